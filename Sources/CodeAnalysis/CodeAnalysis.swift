// CodeAnalysis
