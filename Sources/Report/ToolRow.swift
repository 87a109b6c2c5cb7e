/// What writes the files.
struct ToolRow {}
