import Testing

@Suite struct DistributionTests {}
