// libxlsxwriter writes to a path only: it is given one in memory.
#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "crosscut/base/text.h"
#include "crosscut/write/book.h"

namespace crosscut {
namespace {

[[noreturn]] void give_up(const char* what) {
  std::fprintf(stderr, "crosscut: cannot write a workbook: %s\n", what);
  std::abort();
}

/// A file that has no name on disk.
class MemoryFile {
 public:
  MemoryFile() : number_(memfd_create("crosscut-workbook", 0)) {
    if (number_ < 0) give_up("no memory");
  }
  ~MemoryFile() { close(number_); }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  std::string path() const { return "/proc/self/fd/" + std::to_string(number_); }
  std::string bytes() const {
    const off_t size = lseek(number_, 0, SEEK_END);
    std::string bytes(static_cast<std::size_t>(std::max<off_t>(size, 0)), '\0');
    if (pread(number_, bytes.data(), bytes.size(), 0) != size || size <= 0) give_up("no bytes");
    return bytes;
  }

 private:
  int number_;
};

class XlsxWriter {
 public:
  XlsxWriter(const Book& book, const std::string& path)
      : book_(book), workbook_(workbook_new(path.c_str())) {
    if (workbook_ == nullptr) give_up("no memory");
  }

  void run() {
    std::string title = book_.title;
    lxw_doc_properties properties = {};
    properties.title = title.data();
    constexpr time_t first_day_of_1980 = 315532800;
    properties.created = first_day_of_1980;
    workbook_set_properties(workbook_, &properties);
    heading_ = format(true, true);
    cell_ = format(false, false);
    locked_ = format(false, true);
    format_set_font_color(locked_, 0x505A5F);
    for (const BookSheet& sheet : book_.sheets) write_sheet(sheet);
    if (const lxw_error error = workbook_close(workbook_); error != LXW_NO_ERROR)
      give_up(lxw_strerror(error));
  }

 private:
  lxw_format* format(bool bold, bool locked) {
    lxw_format* format = workbook_add_format(workbook_);
    format_set_font_name(format, "Arial");
    format_set_font_size(format, 10);
    format_set_num_format(format, "@");  // what is typed stays text
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    if (bold) {
      format_set_bold(format);
      format_set_bg_color(format, 0xE8EDF2);
      format_set_bottom(format, LXW_BORDER_THIN);
    } else {
      format_set_text_wrap(format);
    }
    if (!locked) format_set_unlocked(format);
    return format;
  }

  void write_sheet(const BookSheet& sheet) {
    lxw_worksheet* page = workbook_add_worksheet(workbook_, sheet.name.c_str());
    worksheet_set_landscape(page);
    worksheet_set_paper(page, 9);  // A4
    worksheet_fit_to_pages(page, 1, 0);
    if (!sheet.prose.empty()) return write_prose(page, sheet.prose);
    worksheet_freeze_panes(page, 1, 0);
    for (std::size_t i = 0; i < sheet.columns.size(); ++i) write_column(page, sheet, i);
    for (std::size_t row = 0; row < sheet.rows.size(); ++row)
      for (std::size_t i = 0; i < sheet.rows[row].size(); ++i)
        if (const std::string& text = sheet.rows[row][i]; !text.empty())
          worksheet_write_string(page, static_cast<lxw_row_t>(row + 1), col(i), text.c_str(),
                                 sheet.columns[i].locked ? locked_ : cell_);
    if (!sheet.columns.empty())
      worksheet_autofilter(page, 0, 0, static_cast<lxw_row_t>(last_row(sheet)),
                           col(sheet.columns.size() - 1));
    if (sheet.is_protected) protect(page);
  }

  static lxw_col_t col(std::size_t i) { return static_cast<lxw_col_t>(i); }
  static std::size_t last_row(const BookSheet& sheet) {
    return sheet.rows.size() + sheet.empty_rows;
  }

  void write_column(lxw_worksheet* page, const BookSheet& sheet, std::size_t i) {
    const BookColumn& column = sheet.columns[i];
    worksheet_set_column(page, col(i), col(i), column.width, column.locked ? locked_ : cell_);
    worksheet_write_string(page, 0, col(i), column.heading.c_str(), heading_);
    if (!column.help.empty()) {
      std::string title = shorten(column.heading, 32);
      std::string message = shorten(column.help, 255);
      lxw_data_validation help = {};
      help.validate = LXW_VALIDATION_TYPE_ANY;
      help.input_title = title.data();
      help.input_message = message.data();
      worksheet_data_validation_cell(page, 0, col(i), &help);
    }
    if (column.choices.empty() || last_row(sheet) == 0) return;
    std::string range = range_of(column.choices);
    if (range.empty()) return;
    std::string title = "Choose from the list";
    std::string message = "Choose one, or type what is missing.";
    lxw_data_validation list = {};
    list.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
    list.value_formula = range.data();
    list.error_type =
        column.strict ? LXW_VALIDATION_ERROR_TYPE_STOP : LXW_VALIDATION_ERROR_TYPE_INFORMATION;
    list.show_error = column.strict ? LXW_VALIDATION_ON : LXW_VALIDATION_OFF;
    list.error_title = title.data();
    list.error_message = message.data();
    worksheet_data_validation_range(page, 1, col(i), static_cast<lxw_row_t>(last_row(sheet)),
                                    col(i), &list);
  }

  /// "=lists!$B$2:$B$20" for a column of the sheet "lists".
  std::string range_of(const std::string& heading) const {
    for (const BookSheet& sheet : book_.sheets) {
      if (sheet.name != "lists") continue;
      for (std::size_t i = 0; i < sheet.columns.size(); ++i) {
        if (sheet.columns[i].heading != heading) continue;
        std::size_t count = 0;
        for (const auto& row : sheet.rows) count += i < row.size() && !row[i].empty() ? 1U : 0U;
        if (count == 0) return {};
        char name[8] = {};
        lxw_col_to_name(name, col(i), 1);
        return std::string("=lists!") + name + "$2:" + name + "$" + std::to_string(count + 1);
      }
    }
    return {};
  }

  void write_prose(lxw_worksheet* page, const std::vector<std::string>& prose) {
    worksheet_set_column(page, 0, 0, 100, nullptr);
    worksheet_gridlines(page, LXW_HIDE_ALL_GRIDLINES);
    lxw_format* heading = workbook_add_format(workbook_);
    format_set_font_name(heading, "Arial");
    format_set_font_size(heading, 14);
    format_set_bold(heading);
    lxw_format* text = workbook_add_format(workbook_);
    format_set_font_name(text, "Arial");
    format_set_font_size(text, 11);
    format_set_text_wrap(text);
    format_set_align(text, LXW_ALIGN_VERTICAL_TOP);
    constexpr std::size_t characters_a_line = 95;
    for (std::size_t i = 0; i < prose.size(); ++i) {
      const bool title = prose[i].starts_with("# ");
      const std::size_t lines = count_characters(prose[i]) / characters_a_line + 1;
      worksheet_set_row(page, static_cast<lxw_row_t>(i),
                        title ? 24 : 15.0 * static_cast<double>(lines) + 3, nullptr);
      worksheet_write_string(page, static_cast<lxw_row_t>(i), 0, prose[i].c_str() + (title ? 2 : 0),
                             title ? heading : text);
    }
    worksheet_protect(page, nullptr, nullptr);
  }

  static void protect(lxw_worksheet* page) {
    lxw_protection free = {};
    free.format_cells = free.format_columns = free.format_rows = LXW_TRUE;
    free.insert_rows = free.delete_rows = free.sort = free.autofilter = LXW_TRUE;
    worksheet_protect(page, nullptr, &free);  // against slips: there is no password
  }

  const Book& book_;
  lxw_workbook* workbook_;
  lxw_format* heading_ = nullptr;
  lxw_format* cell_ = nullptr;
  lxw_format* locked_ = nullptr;
};

}  // namespace

std::string write_xlsx(const Book& book) {
  const MemoryFile file;
  XlsxWriter(book, file.path()).run();
  return file.bytes();
}

}  // namespace crosscut
