internal import Planning

/// An option to buy, in the order of purchases.
struct SelectionRow {
  var order: Int
  var option: SelectionAnswer.Choice
  var step: ListStep { option.step }
}
