/// What `import Glassbox` brings, by name.
///
/// A cell that lacks the import, or misspells a name, gets more than "cannot find": the compiler knows nothing of a module
/// that is not imported, and looks no further than the cell for similar names. A test holds the list to the sources.
package enum LibraryNames {
  /// The names that stand in no type, in the order of the alphabet.
  package static let all = text.split { $0.isWhitespace }.map(String.init)

  /// The name that was probably meant: written with other capital letters or with `_`, misspelt, or cut short.
  ///
  /// - Parameter isCalled: Whether parentheses follow. What is not called and begins with a small letter is more likely a
  ///   variable that is yet to be made: `loss` does not mean `Loss`.
  package static func nearest(to name: String, isCalled: Bool) -> String? {
    guard let first = name.first, name.count > 2 else { return nil }
    let candidates = all.filter { isCalled || $0.first?.isUppercase == first.isUppercase }
    let plain = name.plainLetters
    let same = candidates.filter { $0.plainLetters == plain }
    if let found = same.first(where: { $0.first == first }) ?? same.first { return found }
    if let near = candidates.nearest(to: name), isCalled || name.count > 4 { return near }
    guard name.count > 4, isCalled else { return nil }
    return candidates.filter { $0.count > 4 && ($0.plainLetters.hasPrefix(plain) || plain.hasPrefix($0.plainLetters)) }
      .min { (abs($0.count - name.count), $0) < (abs($1.count - name.count), $1) }
  }

  private static let text = """
    Activation ActivationLayer ActivationPatching Adam AdamW AddedToken AnswerScore AnswerSpan AnsweredQuestion
    AssociationTest AttentionMap AttentionPattern AttentionProjections AutoModel AutoModelForCausalLM
    AutoModelForMaskedLM AutoModelForQuestionAnswering AutoModelForSequenceClassification
    AutoModelForTokenClassification AutoTokenizer BERT BERTConfiguration BLEU BLEUScore BLEUSmoothing
    BLEUTokenization BarChart BasicBytePairs BeamSearch BestEvaluation BlockCache BootstrapInterval Branch Capture
    CausalLanguageModel CausalSequenceClassifier CharacterTokenizer Chart ChartScale ChatError ChatMessage
    ChatSession ChatTemplate CheckpointDescription CheckpointError ChrF ClassAverage Classification Comm CommMessage
    CompiledModel ComputationGraph ConfigurationError ConfusionMatrix ConstantSchedule CooccurrenceMatrix Corpus
    CorpusError CosineSchedule CounterfactualProbe CountryNames DType DecisionBoundary Diagram Display DisplayHandle
    Displayable Dropout EarlyStopping Embedding Emit EncoderDecoder EncoderDecoderConfiguration Encoding Estimate
    ExampleOrder FeatureExtractionPipeline FeatureExtractionTask FeedForward FillMaskPipeline FillMaskTask FilledGap
    FilledTemplate FolderProblem FoundAnswer GELU GELUFormula GPT GPTConfiguration GRU GRUCell GeneratedText
    GenerationConfiguration GenerationDefaults GloVe GloVeSettings GradientCheck GradientNormKind HTML HeadAblation
    HeaderProblem HeatMap Histogram InductionScore InvalidJSON JPEG JSON JinjaTemplate KeyValueCache KitCorpus LSTM
    LSTMCell LSTMState LaTeX LabeledText LanguageModelCache Layer LayerNorm LayeredLanguageModel LearnedPositions
    LengthPenalty LineChart Linear LinearAdapter LinearSchedule Llama LlamaConfiguration LoRA LoRAError
    LoadingReport LogitLens Loss LossChart LowRankAdapter MIMEType MLP Markdown MaskedLanguageModel MaskedTokenBatch
    Matrix Measured Measurements Metric MinP MinimumLength ModelFacts ModelSizes ModelSummary Module ModulePart
    MultiHeadAttention NGramCache NGramCounts NGramModel NGramSmoothing NGramTable NestedNumbers NestedNumbersReader
    NoRepeatedNGrams NonFiniteGradients NonFiniteNumber NormKind NormPlacement NumPyFile NumPyProblem
    OneCycleSchedule OptimizerStateError OptimizerStep PNG Padding Parameter ParameterGroup ParameterSource
    PipelineError PipelineTask PipelineTokenizer Poem PorterStemmer PrecisionAndRecall Preference PreferenceBatch
    PretrainedModel ProbabilityTree ProblemType ProgressSequence PromptSegment PromptTemplate QuantizedMatrix
    QuestionAnswerer QuestionAnsweringPipeline QuestionAnsweringTask RMSNorm RMSProp RNN RNNCell ROUGE ROUGEScores
    ROUGETokenization RandomGenerator RandomSource ReLU RecurrentActivation RecurrentCache RecurrentCell
    RecurrentConfiguration RecurrentLanguageModel RecurrentWeights Reduction RepetitionPenalty RotaryPositions
    RotaryScaling SGD SVG SafetensorsFile SafetensorsFolder ScatterChart Schedule Score ScoreFilter SentenceEncoder
    SentencePooling SequenceClassificationModel SequenceClassifier Sequential Series SiLU Sigmoid
    SinusoidalPositions Sized SizedLayer StateError StepPlan StepSchedule StopRequest StoredArray StoredFormat
    StoryTeller StreamingDecoder SubscriptPart SuppressedSequences SuppressedTokens SwiGLU SystemCorpus TangPoems
    Tanh Temperature TemplateDate TemplateError TemplateLimits TemplateValue Tensor TensorFileError
    TensorFileProblem TensorIndex TensorNumber TensorScalar TextClassificationPipeline TextClassificationTask
    TextGenerationPipeline TextGenerationTask TextGenerator TextLikelihood TextPair TimeLimit TokenBatch
    TokenClassifier TokenMasking TokenSequence TokenStream TokenStreamError TokenStrip Tokenizer TokenizerError
    TokenizerFileError TokenizerMismatch TokenizerSettings TopK TopP Trainer TrainerEvaluation TrainingArguments TrainingAware
    TrainingEnd TrainingError TrainingHistory TrainingLoop TrainingRecord TrainingSettings TransformerBlock
    TransformerBody TransformerCache TransformerConfiguration TranslationPipeline TranslationTask Truncation
    VegaLite VocabularyFileError VocabularySizeError Word2Vec Word2VecSettings WordCounts WordPlane WordTokenizer
    WordVectors YaRN abs accuracy additiveAttentionWeights attention attentionByHand attentionWeights
    bilinearAttentionWeights binaryCrossEntropy causalMask ceil checkpointed clearOutput clipGradients combinedMask
    concatenated cos cosineEmbeddingLoss cosineSimilarity crossEntropy crossEntropyByHand custom display dpoLoss
    dropout einsum emitDescription emitResult erf evaluating exp expm1 floor gelu gloVeLoss gloVeWeight gradient gru
    gruByHand gruStep huberLoss klDivergence languageModelLoss layerNorm layerNormByHand linear linearByHand
    locationAttentionWeights log log1p logProbabilities logSoftmax logSoftmaxByHand logSumExp logicalAnd logicalNot
    logicalOr lstm lstmByHand lstmStep maskedLanguageModelLoss maximum meanAbsoluteError meanLoss meanSquaredError
    minimum negativeLogLikelihood negativeSamplingLoss paddingMask pipeline pow principalComponents progress
    receiveComm reciprocal relu rmsNorm rmsNormByHand rnn rnnByHand rnnStep round select selfAttention sigmoid sign
    silu sin sinusoidalPositions softmax softmaxByHand softplus solve sqrt square stacked stopGradient svd tanh
    valueAndGradient valueAndGradients withRandomness withoutGradients
    """
}

extension String {
  fileprivate var plainLetters: String { lowercased().filter { $0 != "_" } }
}
