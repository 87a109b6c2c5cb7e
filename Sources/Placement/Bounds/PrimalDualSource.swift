/// Which of the points of a course of primal-dual steps.
enum PrimalDualSource { case last, mean }
