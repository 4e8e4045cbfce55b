"""YAML as a tree of nodes, each with its place in the file and the characters as typed."""

from quizgen.readers.yaml.nodes import Mapping, Node, Scalar, Sequence
from quizgen.readers.yaml.parse import parse_yaml

__all__ = ["Mapping", "Node", "Scalar", "Sequence", "parse_yaml"]
