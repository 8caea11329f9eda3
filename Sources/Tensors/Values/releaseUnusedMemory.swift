/// Gives the memory that tensors no longer use back to the system.
///
/// Tensors keep it for the next ones, which is fast. After a change that leaves much behind, such as loading a model or
/// rounding its weights, it would only be in the way.
package func releaseUnusedMemory() { BufferPool.shared.releaseAll() }
