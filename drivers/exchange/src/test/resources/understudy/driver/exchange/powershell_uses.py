"""Reads scripts, one a line, as NAME, a tab and the text in Base64; writes what each uses, one use a line, by tree-sitter's grammar."""

import base64
import sys

import tree_sitter
import tree_sitter_powershell

PARSER = tree_sitter.Parser(tree_sitter.Language(tree_sitter_powershell.language()))
WRAPPERS = ("_expression", "_list", "_sep", "_elements", "_literal", "_body", "_name", "_characters", "_token", "_parameter")
KINDS = {"program", "script_block", "pipeline", "pipeline_chain", "variable", "statement_block", "command",
         "type_identifier", "type_spec", "simple_name", "comparison_operator", "command_name_expr"}


def uses(text):
    source = text.encode("utf-8")
    tree = PARSER.parse(source)
    found = []
    functions = set()

    def words(node):
        return source[node.start_byte:node.end_byte].decode("utf-8")

    def collect(node):
        if node.type == "function_name":
            functions.add(words(node).lower())
        for child in node.children:
            collect(child)

    def called(command):
        name = next((child for child in command.children if child.type in ("command_name", "command_name_expr")), None)
        return "" if name is None else words(name)

    def walk(node, command):
        if node.type == "ERROR" or node.is_missing:
            found.append("error in line %d: %s" % (node.start_point[0] + 1, words(node)[:60].replace("\n", " ")))
        if node.type == "command":
            command = called(node)
            if command.lower() not in functions:
                found.append("command " + command)
        elif node.type == "command_parameter":
            found.append("parameter " + command + " " + words(node).split(":")[0])
        elif node.type == "type_literal":
            found.append("type " + words(node))
        elif node.type == "member_name":
            static = any(child.type == "::" for child in node.parent.children)
            of = next((words(child) for child in node.parent.children if child.type == "type_literal"), "")
            found.append(("static " + of + "::" if static else "member .") + words(node))
        elif not node.is_named and node.type.lower() in ("-", "+", "*", "/", "%"):
            pass
        elif not node.is_named and node.type.startswith("-"):
            found.append("operator " + node.type.lower())
        elif not node.is_named and node.type.isalpha():
            found.append("keyword " + node.type.lower())
        elif node.is_named and node.type not in KINDS and not node.type.endswith(WRAPPERS):
            found.append("syntax " + node.type)
        for child in node.children:
            walk(child, command)

    collect(tree.root_node)
    walk(tree.root_node, "")
    return sorted(set(found))


for line in sys.stdin:
    name, encoded = line.rstrip("\n").split("\t")
    for use in uses(base64.b64decode(encoded).decode("utf-8")):
        print(name + "\t" + use)
