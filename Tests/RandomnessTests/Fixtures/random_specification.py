"""The generator of Documentation/Random.md in Python, written from its text alone. It needs nothing but Python 3.9."""

import math
import struct

MASK32, MASK64 = 2**32 - 1, 2**64 - 1


def single(x):
    """Rounds to binary32. For + - * / and sqrt of numbers in binary32 the detour by binary64 changes no result."""
    return struct.unpack("<f", struct.pack("<f", x))[0]


def single_from_bits(bits):
    return struct.unpack("<f", struct.pack("<I", bits))[0]


def bits_of_single(x):
    return struct.unpack("<I", struct.pack("<f", x))[0]


def double_from_bits(bits):
    return struct.unpack("<d", struct.pack("<Q", bits))[0]


def bits_of_double(x):
    return struct.unpack("<Q", struct.pack("<d", x))[0]


def block(counter, key):
    a, b, c, d = counter
    k, m = key & MASK32, key >> 32
    for _ in range(10):
        left, right = 0xD2511F53 * a, 0xCD9E8D57 * c
        a, b, c, d = (right >> 32) ^ b ^ k, right & MASK32, (left >> 32) ^ d ^ m, left & MASK32
        k, m = (k + 0x9E3779B9) & MASK32, (m + 0xBB67AE85) & MASK32
    return a, b, c, d


def first_pair(low, high, domain, last, key):
    a, b, _, _ = block((low, high, domain, last), key)
    return a + (b << 32)


def horner(x, *coefficients):
    value = coefficients[0]
    for coefficient in coefficients[1:]:
        value = value * x + coefficient
    return value


def horner_single(x, *coefficients):
    value = coefficients[0]
    for coefficient in coefficients[1:]:
        value = single(single(value * x) + coefficient)
    return value


def logarithm_single(u):
    bits = bits_of_single(u)
    e = (bits - 0x3F3504F3) >> 23
    v = single_from_bits(bits - (e << 23))
    s = single(single(v - 1) / single(v + 1))
    series = horner_single(single(s * s), *(single(1 / odd) for odd in (9, 7, 5, 3)), 1.0)
    return single(single(e * single(float.fromhex("0x1.62e43p-1"))) + single(2 * s * series))


def logarithm(p):
    bits = bits_of_double(p)
    e = (bits - 0x3FE6A09E667F3BCD) >> 52
    v = double_from_bits(bits - (e << 52))
    s = (v - 1) / (v + 1)
    return e * float.fromhex("0x1.62e42fefa39efp-1") + 2 * s * horner(s * s, *(1 / odd for odd in range(21, 0, -2)))


def exponential_of_minus(t):
    if t >= 708:
        return 0.0
    k = math.floor(t * float.fromhex("0x1.71547652b82fep+0") + 0.5)
    r = (t - k * float.fromhex("0x1.62e42feep-1")) - k * float.fromhex("0x1.a39ef35793c76p-33")
    g = 1.0
    for n in range(15, 0, -1):
        g = 1 - g * r / n
    return g * 2.0**-k


def probability_below(x):
    d = abs(x)
    phi = exponential_of_minus(d * d / 2) * float.fromhex("0x1.9884533d43651p-2")
    if d < 3:
        term = s = d
        for k in range(1, 51):
            term = term * (d * d) / (2 * k + 1)
            s += term
        return 0.5 - phi * s if x < 0 else 0.5 + phi * s
    if d >= 40:
        return 0.0 if x < 0 else 1.0
    f = d
    for k in range(100, 0, -1):
        f = d + k / f
    return phi / f if x < 0 else 1 - phi / f


# fmt: off
A = (2.5090809287301226727e3, 3.3430575583588128105e4, 6.7265770927008700853e4, 4.5921953931549871457e4,
     1.3731693765509461125e4, 1.9715909503065514427e3, 1.3314166789178437745e2, 3.3871328727963666080)
B = (5.2264952788528545610e3, 2.8729085735721942674e4, 3.9307895800092710610e4, 2.1213794301586595867e4,
     5.3941960214247511077e3, 6.8718700749205790830e2, 4.2313330701600911252e1, 1.0)
C = (7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1, 1.27045825245236838258,
     3.64784832476320460504, 5.76949722146069140550, 4.63033784615654529590, 1.42343711074968357734)
D = (1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2, 1.48103976427480074590e-1,
     6.89767334985100004550e-1, 1.67638483018380384940, 2.05319162663775882187, 1.0)
E = (2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3, 2.65321895265761230930e-2,
     2.96560571828504891230e-1, 1.78482653991729133580, 5.46378491116411436990, 6.65790464350110377720)
F = (2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5, 7.86869131145613259100e-4,
     1.48753612908506148525e-2, 1.36929880922735805310e-1, 5.99832206555887937690e-1, 1.0)
# fmt: on


def quantile(p):
    q = p - 0.5
    if abs(q) <= 0.425:
        r = 0.180625 - q * q
        return q * (horner(r, *A) / horner(r, *B))
    r = math.sqrt(-logarithm(max(p if q < 0 else 1 - p, 2.0**-1022)))
    z = horner(r - 1.6, *C) / horner(r - 1.6, *D) if r <= 5 else horner(r - 5, *E) / horner(r - 5, *F)
    return -z if q < 0 else z


def box_muller(first, second):
    u = single(single(single(first >> 1) + 0.5) * 2.0**-31)
    r = single(math.sqrt(single(-2 * logarithm_single(u))))
    signed = (second << 2) & MASK32
    signed -= 2**32 if signed >= 2**31 else 0
    a = single(single(signed) * 2.0**-32 * single(float.fromhex("0x1.921fb6p+0")))
    t = single(a * a)
    fractions = [single(1 / n) for n in (362880, -5040, 120, -6)]
    sine = single(a * horner_single(t, *fractions, 1.0))
    cosine = horner_single(t, *(single(1 / n) for n in (40320, -720, 24, -2)), 1.0)
    x, y = ((cosine, sine), (-sine, cosine), (-cosine, -sine), (sine, -cosine))[second >> 30]
    return single(r * x), single(r * y)


class Generator:
    def __init__(self, key, position=0):
        self.key, self.position = key, position

    def word(self, position):
        n = position // 4
        return block((n & MASK32, n >> 32, 0, 0), self.key)[position % 4]

    def take(self):
        self.position = (self.position + 1) & MASK64
        return self.word((self.position - 1) & MASK64)

    def take_pair(self):
        low = self.take()
        return low + (self.take() << 32)

    def split_by_number(self, label):
        label &= MASK64
        return Generator(first_pair(label & MASK32, label >> 32, 1, 0, self.key))

    def split_by_text(self, label):
        text = label.encode("utf-8")
        key = self.key
        for start in range(0, max(len(text), 1), 8):
            piece = int.from_bytes(text[start : start + 8], "little")
            key = first_pair(piece & MASK32, piece >> 32, 2, len(text), key)
        return Generator(key)

    def split(self):
        return self.split_by_number(self.take_pair())

    def uniform_single(self, low=0.0, high=1.0):
        x = single(low + single(single(high - low) * ((self.take() >> 8) * 2.0**-24)))
        return x if x < high else single_from_bits(bits_of_single(high) + (-1 if high > 0 else 1))

    def uniform_double(self, low=0.0, high=1.0):
        x = low + (high - low) * ((self.take_pair() >> 11) * 2.0**-53)
        return x if x < high else math.nextafter(high, -math.inf)

    def normal_single(self, mean=0.0, deviation=1.0):
        even = self.position & ~1
        z = box_muller(self.word(even), self.word(even + 1))[self.position - even]
        self.take()
        return single(mean + single(deviation * z))

    def share(self):
        return ((self.take_pair() >> 12) + 0.5) * 2.0**-52

    def normal_double(self, mean=0.0, deviation=1.0):
        return mean + deviation * quantile(self.share())

    def truncated(self, share, mean, deviation, low, high):
        alpha, beta, sigma = (low - mean) / deviation, (high - mean) / deviation, deviation
        if alpha > 0:
            alpha, beta, sigma = -beta, -alpha, -deviation
        below = probability_below(alpha)
        x = mean + sigma * quantile(below + share * (probability_below(beta) - below))
        return min(max(x, low), high)

    def truncated_single(self, mean=0.0, deviation=1.0, low=-2.0, high=2.0):
        return single(self.truncated((self.take() + 0.5) * 2.0**-32, mean, deviation, low, high))

    def truncated_double(self, mean=0.0, deviation=1.0, low=-2.0, high=2.0):
        return self.truncated(self.share(), mean, deviation, low, high)

    def bernoulli(self, probability):
        return self.take() < round(probability * 2**32)

    def integer(self, n):
        q, attempt = self.position, 0
        product = self.take_pair() * n
        while product & MASK64 < 2**64 % n:
            product = first_pair(q & MASK32, q >> 32, 3, attempt, self.key) * n
            attempt += 1
        return product >> 64

    def index(self, weights):
        sums, total = [], 0.0
        for weight in weights:
            total += weight
            sums.append(total)
        target = (self.take_pair() >> 11) * 2.0**-53 * total
        return next(i for i, part in enumerate(sums) if part > target or part == total)

    def permutation(self, n):
        numbers = list(range(n))
        for i in range(n - 1):
            j = i + self.integer(n - i)
            numbers[i], numbers[j] = numbers[j], numbers[i]
        return numbers

    def choose(self, k, n):
        """Exchanges in a list that is thought of, of which only the changed places are written down."""
        places = {}
        for i in range(min(k, n - 1)):
            j = i + self.integer(n - i)
            places[i], places[j] = places.get(j, j), places.get(i, i)
        return [places.get(i, i) for i in range(k)]
