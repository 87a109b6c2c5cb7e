extension PlaceCommand {
  static let discussion = """
    Every site without a radar may get one radar of any type that has a price. Existing radars stay and cost nothing. The \
    list is the best found for the budget, and the bound is proven: no list is better than that. Items are in the order in \
    which to buy them: at each step the one with the largest gain per million. Where only several radars together gain \
    anything, as with worst-route, the first of them gain nothing yet.

    Objectives:
      interceptions  flights a day that an asset meets at the strip (a flight counts when one radar of the list is enough for it, \
    with today's radars; the line “As a plan” shows what the whole list does together)
      detection      cases, each a strip by day or by night, whose flights are seen as far out as the fastest asset needs
      track          minutes a day in which flights are seen
      second         minutes a day in which flights are seen by two radars
      worst-route    share (0 to 1; % in the summary) seen of the least-observed flight; gains are parts of it
      area           area in which the scenario's target is seen at --height. It is sampled in about --cells cells, each \
    decided at its centre; the proof holds for these cells

    With the objectives interceptions and detection, the scenario's measures (shorter readiness, one more alert) compete \
    with radars for the budget. Every set of measures is weighed, for --sweep and --stages too.

    With --purchase, that purchase counts as made: the list comes on top of it, on sites that it leaves free, and its price is \
    not part of the budget.

    If the scenario has terrain, what each radar sees is computed over it, as in a plan. The results are kept in \
    $XDG_CACHE_HOME/atalaya, so that other prices and budgets do not compute them again. Without terrain the Earth is smooth, \
    which is an estimate.

    What the command line leaves out is taken from the key place of scenario.yaml: budget, objective, height, cells, price, \
    seconds, sweep, stages, compare. --budget or --stages replaces both its budget and its stages.

    --seconds limits all searches of the command together. The list gets at most half of it; the tables of other prices, \
    budgets, years and plans share the rest equally, and time that one does not need goes to those after it. A row that got \
    no time is marked “not searched”: its bound is still proven, from the other rows, and its list is the best of theirs that \
    its budget can pay for. The coverage of each radar is computed before that, once for all searches; this time is not part of --seconds \
    and is reported separately. The search stops at the proof, at --seconds, or at Ctrl-C with the best list so far.

    Written to the folder --output: place.json, purchases.csv, prices.csv, without.csv, budgets.csv (with --sweep), \
    stages.csv (with --stages), plans.csv (with --compare), measures.csv (if any are taken), purchases.gpkg and \
    purchases.geojson (the chosen sites with type, price and order).

    Keys of the JSON: objective, on_top_of (the purchase of --purchase, else null), unit, budget, \
    currency, price, cost, value, value_today, bound, gap (|bound − value| / |value|), status, seconds (of the list), \
    look_seconds, search_seconds, options, is_over_terrain, cells (of the objective area), purchases, measures, today, \
    with_list, prices, budgets, without_one, stages, plans. Amounts in keys that end in _m are millions.

    Exit code: 0 done; 1 the scenario, the budget or the output folder cannot be used; 64 wrong usage.

    Examples:
      atalaya place GeoData/vraem --budget "USD 71M"
      atalaya place GeoData/vraem --budget "USD 71M" --objective track --sweep
      atalaya place GeoData/vraem --stages "20M,30M,21M" \\
        --objective track --compare plan-2014
      atalaya place GeoData/lima --budget "USD 40M" --objective track \\
        --propose 40 --spacing 8km
      atalaya place GeoData/vraem --budget "USD 30M" --objective area \\
        --height "300 m" --output list
    """
}
