// The style sheet and the script of the page.
#include <fmt/format.h>

#include "crosscut/write/html_parts.h"

namespace crosscut::html {
namespace {

constexpr std::string_view screen_rules = R"css(
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:#fff;color:#0B0C0C;font:19px/1.47 Arial,Helvetica,sans-serif;overflow-wrap:anywhere}
.bar{background:#12436D;color:#fff}
.bar p{display:flex;flex-wrap:wrap;gap:0 30px;margin:0;padding:10px 0}
.wrap,main,footer{max-width:60rem;margin:0 auto;padding:0 15px}
h1,h2,h3,h4{line-height:1.2;margin:1.4em 0 .6em}
h1{font-size:36px;margin-top:1em}
h2{font-size:29px;border-top:2px solid #12436D;padding-top:.6em;margin-top:2em}
h3{font-size:22px}
h4{font-size:19px;margin:1em 0 .3em}
p,ul,dl{margin:0 0 15px}
ul{padding-left:22px}
li{margin-bottom:5px}
.folded{list-style:none;margin-left:-22px}
a{color:#1A65A6;text-decoration:underline;text-underline-offset:.1em}
nav ul{list-style:none;padding:0;columns:18rem 2}
.jump{list-style:none;padding:0;columns:18rem 2}
nav li,.jump li{padding:4px 0;margin:0;break-inside:avoid}
dd p{margin:0 0 8px}
dd .mark{font-size:16px;border-width:1px}
.summary{font-size:22px}
.numbers{list-style:none;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(15rem,1fr));gap:15px}
.numbers li{border-left:5px solid #12436D;padding-left:12px;margin:0}
.numbers b{display:block;font-size:32px;line-height:1.2}
.finding{border-left:8px solid #505A5F;padding:1px 0 1px 15px;margin:0 0 30px}
.finding.high{border-color:#B84300}
.finding.medium{border-color:#12436D}
.finding h3{margin-top:.3em}
.rating span{margin-right:6px}
.rating>span{display:inline-block;margin-right:20px}
.mark{display:inline-block;padding:0 8px;border:2px solid #505A5F;white-space:nowrap}
.mark.high{background:#B84300;border-color:#B84300;color:#fff}
.mark.medium{background:#FDE9DF;border-color:#B84300}
.cite{display:block;color:#505A5F;font-size:16px}
.note,.subtitle,footer,.notes{color:#505A5F}
.notes{font-size:16px}
dl div{display:grid;grid-template-columns:11rem 1fr;gap:0 15px;margin-bottom:5px}
dt{color:#505A5F}
dd{margin:0}
figure{margin:0 0 40px}
details{margin:0 0 15px}
summary{position:relative;cursor:pointer;padding:4px 0;color:#1A65A6;text-decoration:underline;width:fit-content}
.scroll{overflow-x:auto;margin:0 -6px 19px;padding:6px}
.picture{border:1px solid #B1B4B6;background:#fff;margin:0 0 25px;padding:10px}
.picture svg{display:block;width:100%;min-width:44rem;height:auto}
table{border-collapse:collapse;width:100%;font-size:16px;overflow-wrap:break-word}
table.many{min-width:58rem}
caption{text-align:left;font-weight:bold;padding-bottom:8px}
th,td{position:relative;text-align:left;vertical-align:top;padding:6px 10px 6px 0;border-bottom:1px solid #B1B4B6}
th[scope=row]{font-weight:normal;min-width:9rem}
th[scope=col]{vertical-align:bottom}
.n{text-align:right}
.s1{background:#CFE3F5}.s2{background:#6BACE6}.s3{background:#2073BC;color:#fff}.s4{background:#12436D;color:#fff}
th button{font:inherit;font-weight:bold;text-align:inherit;color:#1A65A6;text-decoration:underline;background:none;border:0;padding:2px 0;min-height:26px;min-width:26px;cursor:pointer}
th[aria-sort=ascending] button::after{content:" \25B2";content:" \25B2" / ""}
th[aria-sort=descending] button::after{content:" \25BC";content:" \25BC" / ""}
code{font-family:inherit;overflow-wrap:anywhere}
.paper{display:none}
.hidden{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:-999px}
.skip:focus{position:static;display:block;padding:10px 15px;background:#fff}
:focus-visible{outline:3px solid #FFDD00;outline-offset:0;box-shadow:0 0 0 6px #0B0C0C}
main:focus{outline:0;box-shadow:none}
@media(max-width:40rem){body{font-size:17px}h1{font-size:29px}h2{font-size:24px}.summary,h3{font-size:19px}.finding{border-left-width:5px;padding-left:10px}table.many{min-width:48rem}dl div{display:block}}
@media(forced-colors:active){.mark,.finding,.numbers li{border-color:CanvasText}.picture{forced-color-adjust:none}:focus-visible{outline-color:Highlight}}
)css";

constexpr std::string_view print_rules = R"css(
@page wide{size:A4 landscape;margin:12mm}
@media print{
body{font-size:11pt;line-height:1.35}
h1{font-size:22pt}h2{font-size:17pt}h3{font-size:13pt}h4{font-size:11pt}
h2{margin:18pt 0 6pt}h3{margin:12pt 0 4pt}h4{margin:8pt 0 2pt}p,ul,dl{margin-bottom:8pt}li{margin-bottom:2pt}
.wrap,main,footer{max-width:none;padding:0}
.bar{background:none;color:#0B0C0C}
.summary{font-size:12pt}
nav,.skip,#sorted,.screen,.jump{display:none}
.scroll:has(>.screen),section:has(>.scroll>.screen)>p:not(.paper){display:none}
.paper{display:block}
table,.cite{font-size:9.5pt}
.notes,#method dl{font-size:10pt}
.notes,.cite,dl{line-height:1.25}
a{color:#0B0C0C}
summary,th button{color:#0B0C0C;text-decoration:none}
summary{list-style:none;padding:0}
details:not([open])>summary::after{content:" (on screen)"}
th button{display:contents}
th[aria-sort] button::after{content:none}
h2,h3,h4,.rating,caption{break-after:avoid}
.finding>h3,li,tr,.numbers li{break-inside:avoid}
.finding>p{break-inside:avoid}
.part:not(:has(ul)){break-inside:avoid}
.finding{margin-bottom:12pt}
.finding p,.finding ul,.finding details{margin-bottom:3pt}
.finding>.rating{margin-bottom:2pt}
.mark{padding:0 5pt;border-width:1pt}
dd .mark{font-size:9pt}
.part>h4{float:left;margin:0 5pt 0 0;line-height:inherit}
.part>ul{clear:both}
dl div{display:block;break-inside:avoid;margin-bottom:2pt}
dt,dd,dd .cite{display:inline}
#by-department dd,#by-mission dd{display:block}
#by-department dt,#by-mission dt{float:left;margin-right:4pt}
dd p{margin:0 0 2pt}
dd ul{clear:both}
#by-department dl,#by-mission dl{font-size:10pt}
dt::after{content:": "}
thead{display:table-header-group;break-inside:avoid}
th,td{padding:4px 8px 4px 0;line-height:1.25}
th[scope=row]{min-width:7rem}
table.many,.picture svg{min-width:0}
.scroll{overflow:visible;margin:0 0 12pt;padding:0}
#diagrams,#tables{break-before:page}
#tables{page:wide}
.wide{page:wide;break-before:page;break-inside:avoid;margin:0;height:185mm;display:flex;flex-direction:column}
.wide h3,.wide .subtitle{margin:0 0 1mm;line-height:1.2}
.picture{border:0;padding:0;margin:0 0 2mm;flex:0 1 158mm;min-height:0}
.picture svg{width:100%;height:100%;max-height:158mm}
.notes p{display:inline;line-height:1.2}
.wide details{display:none}
.mark,.numbers li,.finding{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
)css";

constexpr std::string_view page_script = R"js((function () {
  'use strict';
  var status = document.getElementById('sorted');
  function key(row, i) {
    var cell = row.cells[i], k = cell.getAttribute('data-k');
    return k === null ? cell.textContent.trim() : k;
  }
  function compare(a, b) {
    if (!a || !b) return a ? -1 : b ? 1 : 0;
    if (!(isNaN(a) || isNaN(b))) return a - b;
    return a.localeCompare(b, 'en-GB', {numeric: true});
  }
  function sort(table, th, i) {
    var up = th.getAttribute('aria-sort') !== 'ascending', body = table.tBodies[0];
    var rows = Array.from(body.rows).map(function (row) { return {row: row, key: key(row, i)}; });
    rows.sort(function (a, b) {
      var order = compare(a.key, b.key);
      return up || !a.key || !b.key ? order : -order;
    });
    rows.forEach(function (r) { body.appendChild(r.row); });
    Array.from(th.parentNode.cells).forEach(function (other) { other.removeAttribute('aria-sort'); });
    th.setAttribute('aria-sort', up ? 'ascending' : 'descending');
    status.textContent = table.caption.textContent + ': sorted by ' + th.textContent +
      (up ? ', ascending' : ', descending');
  }
  var opened = [];
  window.addEventListener('beforeprint', function () {
    opened = Array.from(document.querySelectorAll('details:not([open])')).filter(function (d) {
      return !d.closest('.wide');
    });
    opened.forEach(function (d) { d.open = true; });
  });
  window.addEventListener('afterprint', function () {
    opened.forEach(function (d) { d.open = false; });
    opened = [];
  });
  document.querySelectorAll('table.sortable').forEach(function (table) {
    Array.from(table.tHead.rows[0].cells).forEach(function (th, i) {
      var button = document.createElement('button');
      button.type = 'button';
      button.textContent = th.textContent;
      th.textContent = '';
      th.appendChild(button);
      button.addEventListener('click', function () { sort(table, th, i); });
    });
  });
})();
)js";

/// Text as a CSS string: everything but plain letters, digits, spaces and UTF-8 as an escape, which
/// ends in a space that belongs to it.
std::string css_string(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = byte >= 0x80 || c == ' ' || (c >= '0' && c <= '9') ||
                       (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    if (plain)
      out += c;
    else
      out += fmt::format("\\{:06x} ", byte);
  }
  return out + "\"";
}

}  // namespace

std::string style(std::string_view title, std::string_view date, std::string_view marking) {
  constexpr std::string_view box = "font:9pt Arial,Helvetica,sans-serif;color:#505A5F";
  std::string text(screen_rules);
  text += fmt::format("@page{{size:A4 portrait;margin:16mm 14mm 18mm;@top-center{{content:{};{}}}",
                      css_string(marking), box);
  text += fmt::format("@bottom-left{{content:{};{};text-align:left;width:75%}}",
                      css_string(fmt::format("{}, {}", title, date)), box);
  text += fmt::format(
      "@bottom-right{{content:\"Page \" counter(page) \" of \" counter(pages);{}}}}}", box);
  return text.append(print_rules);
}

std::string brief_style(std::string_view marking) {
  constexpr std::string_view rules = R"css(
.beside{list-style:none;margin-left:-22px}
.beside .cite{display:inline}
@media print{
body{font-size:10pt;line-height:1.25}
h1{font-size:16pt;margin:0 0 4pt}h2{font-size:12pt;margin:6pt 0 2pt;padding-top:3pt;border-top-width:1pt}h3{font-size:10pt}
p,ul{margin-bottom:3pt}li{margin-bottom:1pt}
.bar p{padding:2pt 0;font-size:9pt}
.beside,.beside .cite,.notes,footer{font-size:8.5pt}
footer h2{display:none}
footer{page:wide}
.wide{height:160mm}
.picture{flex-basis:130mm}
.picture svg{max-height:130mm}
#picture>h2{display:none}
}
)css";
  return fmt::format(
             "@page{{@bottom-center{{content:{};font:bold 9pt Arial}}@bottom-left{{width:40%}}}}",
             css_string(marking)) +
         std::string(rules);
}

std::string_view script() { return page_script; }

}  // namespace crosscut::html
