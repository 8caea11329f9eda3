import COpenBLAS
import Tensors

/// The peer of `matmul`: OpenBLAS called as a C program would, with its own threads.
enum DirectOpenBLAS {
  static func matmul(_ sizes: BenchmarkCase.Sizes, threads: Int) -> () -> Void {
    let size = sizes["size"]
    let (left, right) = (Tensor.normal([size, size]).floats, Tensor.normal([size, size]).floats)
    // `Tensor` tells OpenBLAS to use one thread when it first multiplies; this comes later.
    _ = Tensor.ones([1, 1]).matmul(Tensor.ones([1, 1]))
    openblas_set_num_threads(Int32(threads))
    let length = blasint(size)
    let result = UnsafeMutablePointer<Float>.allocate(capacity: size * size)
    return {
      cblas_sgemm(
        CblasRowMajor, CblasNoTrans, CblasNoTrans, length, length, length, 1, left, length, right, length, 0, result,
        length)
    }
  }
}
