extension SelectCommand {
  static let discussion = """
    Reads three tables (comma, semicolon or tab; columns in any order; ids are texts) and joins them by id:

      options   id, cost; optional group (at most one option of a group is chosen), fixed (exists already: covers, costs \
    nothing), forced, forbidden (yes or no)
      demand    id, weight; optional group (for --fairest) and k (how much it needs)
      covers    option, demand; optional strength (1 where empty)

    A demand is covered when the strengths of the chosen options that cover it add up to what it needs: 1, or --k, or its \
    own k. Costs and budget are numbers or sums of money (71000000, 71M, USD 71M). Decimal commas are read where a table's \
    numbers show them, or with --decimal comma.

    The covered weight is maximised within the limits, unless --cover-all or --fairest sets another goal. Several limits \
    may be given. The gap is |bound − value| / |value|; status optimal means that nothing better exists. The search stops \
    at the proof, at --seconds (reading not counted), or at Ctrl-C with the best list so far. The same seed gives the same \
    answer unless the time limit cuts the search short.

    Exit code: 0 done; 1 tables or files at fault; 3 no list meets the conditions, or none was found in the time; 64 \
    wrong usage.

    Examples:
      atalaya select --options options.csv --demand demand.csv \\
        --covers covers.csv --budget "USD 71M"
      atalaya select --options options.csv --demand demand.csv \\
        --covers covers.csv --count 8 --k 2 --format json
      atalaya select --options options.csv --demand demand.csv \\
        --covers covers.csv --cover-all --write-lp model.lp
    """
}
