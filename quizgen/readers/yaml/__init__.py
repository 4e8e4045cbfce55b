"""YAML as a tree that remembers where everything stood and what exactly was typed."""

from quizgen.readers.yaml.nodes import Mapping, Node, Scalar, Sequence
from quizgen.readers.yaml.parse import parse_yaml

__all__ = ["Mapping", "Node", "Scalar", "Sequence", "parse_yaml"]
