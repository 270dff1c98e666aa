import Foundation
import FoundationXML

/// An element with its attributes, its text and its children.
public final class XMLElementNode {
  public var name: String
  public var attributes: [String: String]
  public var text = ""
  public var children: [XMLElementNode] = []
  init(_ name: String, _ attributes: [String: String]) {
    self.name = name
    self.attributes = attributes
  }
  public func all(_ name: String) -> [XMLElementNode] { children.filter { $0.name == name } }
  public func first(_ name: String) -> XMLElementNode? { children.first { $0.name == name } }

  /// Nil where it is not well formed.
  public static func read(_ data: Data) -> XMLElementNode? {
    let reader = TreeReader()
    let parser = XMLParser(data: data)
    parser.delegate = reader
    return parser.parse() ? reader.root : nil
  }
}

private final class TreeReader: NSObject, XMLParserDelegate {
  var root: XMLElementNode?
  var open: [XMLElementNode] = []
  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    let element = XMLElementNode(name, attributes)
    open.last?.children.append(element)
    if root == nil { root = element }
    open.append(element)
  }
  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) { open.removeLast() }
  func parser(_ parser: XMLParser, foundCharacters text: String) { open.last?.text += text }
}
