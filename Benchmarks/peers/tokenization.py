"""Byte-level byte pairs and unigrams by Hugging Face's tokenizers; `Sources/glassbox-bench/Tokenization.swift` does the same work."""

import mixed_text
from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers


def trained(lines, vocabulary):
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=vocabulary, initial_alphabet=pre_tokenizers.ByteLevel.alphabet(), show_progress=False
    )
    tokenizer.train_from_iterator(lines, trainer)
    return tokenizer


def training(bytes, vocabulary):
    lines = mixed_text.lines(bytes)
    return lambda: trained(lines, vocabulary)


def unigrams(bytes, vocabulary):
    lines = mixed_text.lines(bytes)

    def train():
        tokenizer = Tokenizer(models.Unigram())
        tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme="first")
        tokenizer.train_from_iterator(lines, trainers.UnigramTrainer(
            vocab_size=vocabulary, unk_token="<unk>", special_tokens=["<unk>"], show_progress=False
        ))
        return tokenizer

    return train


def encoding(bytes, vocabulary):
    """Ids, tokens, places and words. All lines in one call, so that Python itself takes no time."""
    lines = mixed_text.lines(bytes)
    tokenizer = trained(lines, vocabulary)
    return lambda: tokenizer.encode_batch(lines, add_special_tokens=False)


def ids(bytes, vocabulary):
    """Without places: the quickest that tokenizers has."""
    lines = mixed_text.lines(bytes)
    tokenizer = trained(lines, vocabulary)
    return lambda: tokenizer.encode_batch_fast(lines, add_special_tokens=False)


KINDS = {
    "tokenizer-training": training, "unigram-training": unigrams, "tokenizer-encoding": encoding, "tokenizer-ids": ids
}
