#include "crosscut/write/svg.h"

#include <pugixml.hpp>

#include <map>
#include <sstream>

#include "crosscut/base/text.h"

namespace crosscut {
namespace {

/// The id that each part has in the drawing -> its sentence.
std::map<std::string, std::string> sentences_of(const Picture& picture) {
  std::map<std::string, std::string> sentences;
  for (const Box& box : picture.boxes) sentences[picture.id + "-n-" + box.id] = box.sentence;
  for (const Line& line : picture.lines) sentences[picture.id + "-" + line.id] = line.sentence;
  return sentences;
}

void set_text(pugi::xml_node node, const std::string& text) {
  while (node.first_child()) node.remove_child(node.first_child());
  node.append_child(pugi::node_pcdata).set_value(text.c_str());
}

void name_parts(pugi::xml_node node, const std::map<std::string, std::string>& sentences) {
  for (pugi::xml_node child = node.first_child(); child;) {
    const pugi::xml_node next = child.next_sibling();
    if (child.type() == pugi::node_comment) {
      node.remove_child(child);
    } else {
      const std::string name = child.name();
      if (name == "text") child.attribute("font-family").set_value("Arial, Helvetica, sans-serif");
      if (name == "g") {
        const auto found = sentences.find(child.attribute("id").value());
        if (found != sentences.end())
          set_text(child.child("title"), found->second);
        else
          child.remove_child("title");
      }
      name_parts(child, sentences);
    }
    child = next;
  }
}

std::string describe(const Picture& picture) {
  const std::string boxes =
      picture.boxes.empty() ? "" : count_of(picture.boxes.size(), "box", "boxes") + " and ";
  return picture.subtitle + ". " +
         capitalise(boxes + count_of(picture.lines.size(), "line", "lines")) +
         ". The full list stands below the picture.";
}

}  // namespace

std::string rewrite_svg(const std::string& svg, const Picture& picture) {
  pugi::xml_document document;
  if (!document.load_buffer(
          svg.data(), svg.size(),
          pugi::parse_default | pugi::parse_comments | pugi::parse_ws_pcdata_single))
    return svg;
  pugi::xml_node root = document.child("svg");
  if (!root) return svg;
  name_parts(root, sentences_of(picture));
  for (const char* attribute : {"width", "height", "xmlns:xlink"}) root.remove_attribute(attribute);
  const std::string title_id = picture.id + "-title";
  const std::string desc_id = picture.id + "-desc";
  root.append_attribute("role") = "img";
  root.append_attribute("aria-labelledby") = (title_id + " " + desc_id).c_str();
  pugi::xml_node desc = root.prepend_child("desc");
  desc.append_attribute("id") = desc_id.c_str();
  set_text(desc, describe(picture));
  pugi::xml_node title = root.prepend_child("title");
  title.append_attribute("id") = title_id.c_str();
  set_text(title, picture.title);
  std::ostringstream out;
  root.print(out, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
  return out.str();
}

}  // namespace crosscut
