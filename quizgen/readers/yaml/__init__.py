"""YAML as a tree of nodes, each with its place in the file and the characters as typed."""

from quizgen.model.pattern import compiled_when_used

with compiled_when_used():  # PyYAML's, of which libyaml needs none: 6 ms
    from quizgen.readers.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
    from quizgen.readers.yaml.parse import parse_yaml

__all__ = ["MappingNode", "Node", "ScalarNode", "SequenceNode", "parse_yaml"]
