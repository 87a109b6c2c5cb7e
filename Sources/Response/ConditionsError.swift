public import Units

/// What is wrong with an input of air, wind or sky.
public typealias ConditionsError = Fault<ConditionsFault>
