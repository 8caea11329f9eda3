import Testing

@testable import Tensors

@Suite("Gradients of every operation agree with slopes") struct GradientCheckTests {
  @Test(
    arguments: GradientCase.functions + GradientCase.pairs + GradientCase.reductions + GradientCase.keepingAxes
      + GradientCase.moves + GradientCase.products)
  func slopes(gradientCase: GradientCase) {
    let check = GradientCheck(at: gradientCase.inputs, of: gradientCase.function)
    #expect(check.passes, "\(check)")
    #expect(check.entries.count == gradientCase.inputs.reduce(0) { $0 + $1.count })
  }

  @Test(
    "Gradients of gradients do too",
    arguments: GradientCase.functions + GradientCase.pairs + GradientCase.reductions + GradientCase.keepingAxes
      + GradientCase.moves + GradientCase.products)
  func slopesOfSlopes(gradientCase: GradientCase) {
    let inputs = gradientCase.inputs
    let check = GradientCheck(at: inputs, tolerance: 1e-5) { inputs in
      // The square makes the slope depend on the input even where the function is linear.
      let (_, gradients) = valueAndGradients(at: inputs) { square(gradientCase.function($0)).sum() }
      return concatenated(gradients.map { $0.flattened() })
    }
    #expect(check.passes, "\(check)")
  }

  @Test("A check notices a wrong gradient")
  func wrongGradient() {
    let check = GradientCheck(at: [Tensor([1, 2])]) { x in
      custom("tripled", x) {
        $0[0] * 3
      } pullback: { upstream, _ in
        [upstream * 2]
      }
    }
    #expect(!check.passes)
    #expect(check.description.hasPrefix("2 of 2 gradients are wrong"))
  }

  @Test("A function of your own is computed in double precision, as the slopes are")
  func ownFunction() {
    let check = GradientCheck(at: [Tensor([1, -2, 0.3])]) { x in
      custom("cube", x) { x in
        x[0].map { $0 * $0 * $0 }
      } pullback: { upstream, x in
        [upstream * 3 * square(x[0])]
      }
    }
    #expect(check.passes, "\(check)")
  }

  @Test("Rounding passes the gradient on as if nothing had happened, in the type of its input")
  func rounding() {
    for dtype in [DType.float, .double] {
      let x = Tensor([0.4, 2.7], dtype: dtype).asParameter()
      let rounded = custom("rounded", [x]) { x in
        x[0].map { $0.rounded() }
      } pullback: { upstream, _ in
        [upstream]
      }
      rounded.sum().backward()
      #expect(rounded == Tensor([0, 3], dtype: dtype) && x.gradient == Tensor([1, 1], dtype: dtype))
    }
  }

  @Test("A gradient has the type of its tensor, whatever that was combined with")
  func types() {
    let float = Tensor([1, 2]).asParameter()
    let double = Tensor([3, 4], dtype: .double).asParameter()
    (float * double * Tensor(indices: [2, 3])).sum().backward()
    #expect(float.gradient == Tensor([6, 12]))
    #expect(double.gradient == Tensor([2, 6], dtype: .double))
    float.gradient = nil
    concatenated([float, double]).sum().backward()
    #expect(float.gradient == Tensor([1, 1]))
  }

  @Test("Equal numbers share the gradient of the largest of all; along an axis the first one gets it")
  func ties() {
    let x = Tensor([[1, 3], [3, 3]], dtype: .double)
    #expect(
      gradient(at: x) { $0.max() }.isClose(to: Tensor([[0, 1 / 3.0], [1 / 3.0, 1 / 3.0]]).converted(to: .double)))
    #expect(gradient(at: x) { $0.max(axis: 1).sum() } == Tensor([[0, 1], [1, 0]], dtype: .double))
    #expect(gradient(at: x) { $0.max(axes: [1]).sum() } == Tensor([[0, 1], [0.5, 0.5]], dtype: .double))
  }
}
