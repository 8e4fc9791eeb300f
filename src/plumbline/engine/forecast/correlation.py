"""Random numbers that go together, by a Gaussian copula."""

from __future__ import annotations

from functools import cache
from statistics import NormalDist

import numpy as np

from plumbline.engine.forecast.distributions import Floats, InvalidEstimate
from plumbline.engine.forecast.inputs import Correlated
from plumbline.engine.forecast.sampling import Bits

_LEAST = -1e-9


def correlated_bits(group: Correlated, bits: Bits, shared: Bits) -> Bits:
    """``bits`` (activity of ``group``, lane) made to go together; ``shared`` is one more row of them."""
    normal = _normal(bits)
    if group.matrix:
        root = root_of(group.matrix)
        mixed = np.einsum("ij,jl->il", root, normal)
    else:
        mixed = np.sqrt(group.coefficient) * _normal(shared) + np.sqrt(1 - group.coefficient) * normal
    z, reached = _normal_curve()
    chances = np.interp(mixed, z, reached)
    return np.asarray(np.minimum(chances * 2.0**32, 2.0**32 - 1), dtype=np.uint32)


def root_of(matrix: tuple[tuple[float, ...], ...]) -> Floats:
    """The symmetric root of a matrix of correlations. Raises InvalidEstimate where no variables could have them."""
    given = np.asarray(matrix, dtype=np.float64)
    if not (np.allclose(given, given.T) and np.allclose(np.diag(given), 1)):
        raise InvalidEstimate("a matrix of correlations is symmetric and has 1 on its diagonal")
    values, vectors = np.linalg.eigh(given)
    if values.min() < _LEAST:
        raise InvalidEstimate(
            "no activities can go together as this matrix says (it is not positive semidefinite): "
            "where A goes with B and B with C, A has to go with C as well; make its coefficients smaller"
        )
    return np.asarray(np.einsum("ij,j,kj->ik", vectors, np.sqrt(values.clip(min=0)), vectors))


def _normal(bits: Bits) -> Floats:
    z, reached = _normal_curve()
    return np.asarray(np.interp((bits + 0.5) / 2.0**32, reached, z))


@cache
def _normal_curve() -> tuple[Floats, Floats]:
    z = np.linspace(-6.5, 6.5, 13_001)
    return z, np.array([NormalDist().cdf(each) for each in z])
