#include "crosscut/write/odt_paper.h"

#include <pugixml.hpp>
#include <sstream>

#include "crosscut/write/odt_parts.h"

namespace crosscut {
namespace odt {
namespace {

using Node = pugi::xml_node;

constexpr std::string_view media_type = "application/vnd.oasis.opendocument.text";

void declare(pugi::xml_document& document) {
  Node declaration = document.append_child(pugi::node_declaration);
  declaration.append_attribute("version") = "1.0";
  declaration.append_attribute("encoding") = "UTF-8";
}

std::string text_of(const pugi::xml_document& document) {
  std::ostringstream stream;
  document.save(stream, "", pugi::format_raw);
  return stream.str();
}

void set(Node node, const char* name, const std::string& value) {
  node.append_attribute(name) = clean(value).c_str();
}

void add_text(Node node, const std::string& words) {
  node.append_child(pugi::node_pcdata).set_value(clean(words).c_str());
}

std::string manifest_xml(const std::vector<ZipPart>& parts) {
  pugi::xml_document document;
  declare(document);
  Node root = document.append_child("manifest:manifest");
  set(root, "xmlns:manifest", "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0");
  set(root, "manifest:version", "1.3");
  const auto add = [&](const std::string& path, const std::string& type) {
    Node entry = root.append_child("manifest:file-entry");
    set(entry, "manifest:full-path", path);
    set(entry, "manifest:media-type", type);
  };
  add("/", std::string(media_type));
  for (const ZipPart& part : parts)
    if (part.name != "mimetype")
      add(part.name, part.name.ends_with(".png") ? "image/png" : "text/xml");
  return text_of(document);
}

std::string meta_xml(const Paper& paper) {
  pugi::xml_document document;
  declare(document);
  Node root = document.append_child("office:document-meta");
  set(root, "xmlns:office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0");
  set(root, "xmlns:meta", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0");
  set(root, "xmlns:dc", "http://purl.org/dc/elements/1.1/");
  set(root, "office:version", "1.3");
  Node meta = root.append_child("office:meta");
  add_text(meta.append_child("meta:generator"), "crosscut/" + std::string(version()));
  add_text(meta.append_child("dc:title"), paper.title);
  add_text(meta.append_child("dc:subject"), paper.subject + ", as at " + paper.date);
  add_text(meta.append_child("meta:keyword"), paper.marking);
  add_text(meta.append_child("dc:language"), "en-GB");
  return text_of(document);
}

}  // namespace
}  // namespace odt

std::string write_paper_odt(const Paper& paper) {
  const odt::Content content = odt::content_of(paper);
  std::vector<ZipPart> parts = {{"mimetype", std::string(odt::media_type), true},
                                {"content.xml", content.xml},
                                {"styles.xml", odt::styles_xml(paper)},
                                {"meta.xml", odt::meta_xml(paper)}};
  parts.insert(parts.end(), content.pictures.begin(), content.pictures.end());
  parts.push_back({"META-INF/manifest.xml", odt::manifest_xml(parts)});
  return write_zip(parts);
}

}  // namespace crosscut
