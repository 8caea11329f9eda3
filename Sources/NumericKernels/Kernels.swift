/// The inner loops of the library: each function goes once over numbers that lie side by side in memory.
///
/// A kernel does no more than that. It allocates nothing, starts no thread, checks no shape and no bound: whoever calls
/// it has done so, and splits long work over threads. The loops themselves are in C, where one source can be compiled
/// for several generations of processors; the best version for the machine is chosen when the library is loaded.
///
/// A count of 0 does nothing. An output may be one of the inputs, number for number, where the description says so; it
/// must not overlap an input in any other way. NaN goes through every kernel and comes out as NaN.
public enum Kernels {}
