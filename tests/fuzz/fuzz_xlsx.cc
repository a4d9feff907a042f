// The first byte says what the others are: a whole .xlsx file, or the XML of one part of it.
#include <cstdint>

#include "crosscut/base/zip.h"
#include "read_it.h"

using namespace crosscut;

namespace {

constexpr const char* rels = R"(<Relationships>
<Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/>
<Relationship Id="r2" Type="x/worksheet" Target="worksheets/sheet2.xml"/>
<Relationship Id="r3" Type="x/sharedStrings" Target="sharedStrings.xml"/>
<Relationship Id="r4" Type="x/styles" Target="styles.xml"/></Relationships>)";
constexpr const char* book = R"(<workbook><sheets><sheet name="entities" r:id="r1"/>
<sheet name="relations" r:id="r2"/></sheets></workbook>)";
constexpr const char* sheet = R"(<worksheet><sheetData>
<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c>
<c t="s"><v>3</v></c></row><row r="2"><c r="A2" t="s"><v>4</v></c><c r="B2" t="s"><v>4</v></c>
<c r="C2" t="s"><v>5</v></c><c r="D2" s="1"><v>45000</v></c></row></sheetData></worksheet>)";
constexpr const char* strings = R"(<sst><si><t>id</t></si><si><t>name</t></si><si><t>kind</t></si>
<si><t>start</t></si><si><t>defra</t></si><si><r><t>depart</t></r><r><t>ment</t></r></si></sst>)";
constexpr const char* styles =
    R"(<styleSheet><numFmts><numFmt numFmtId="164" formatCode="mmm yyyy"/>
</numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>)";

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const char part = static_cast<char>(data[0] % 6 + '0');
  const auto or_own = [&](char number, const char* text) {
    return part == number ? bytes : std::string(text);
  };
  if (part == '0')
    read_book(bytes);
  else
    read_book(write_zip({{"xl/workbook.xml", or_own('1', book), true},
                         {"xl/_rels/workbook.xml.rels", or_own('2', rels), true},
                         {"xl/worksheets/sheet1.xml", or_own('3', sheet), true},
                         {"xl/worksheets/sheet2.xml", or_own('3', sheet), true},
                         {"xl/sharedStrings.xml", or_own('4', strings), true},
                         {"xl/styles.xml", or_own('5', styles), true}}));
  return 0;
}
