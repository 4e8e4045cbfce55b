"""YAML as a tree of nodes, each with its place in the file and the characters as typed."""

from quizgen.readers.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from quizgen.readers.yaml.parse import parse_yaml

__all__ = ["MappingNode", "Node", "ScalarNode", "SequenceNode", "parse_yaml"]
