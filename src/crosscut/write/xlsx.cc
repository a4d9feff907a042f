// libxlsxwriter writes to a path only: it is given one in memory.
#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "crosscut/base/late_library.h"
#include "crosscut/base/text.h"
#include "crosscut/write/book_layout.h"

namespace crosscut {
namespace {

[[noreturn]] void give_up(const char* what) {
  std::fprintf(stderr, "crosscut: cannot write a workbook: %s\n", what);
  std::abort();
}

constexpr std::size_t most_characters = 32'767;
constexpr std::size_t most_rows = 1'048'576;
constexpr std::size_t most_columns = 16'384;

/// What reads like an escape, "_x0041_", is escaped, else Excel shows an A.
std::string escape(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view digits = text.substr(i).substr(0, 7);
    if (digits.size() == 7 && digits.starts_with("_x") && digits[6] == '_' &&
        digits.substr(2, 4).find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos)
      result += "_x005F";
    result += text[i];
  }
  return result;
}

/// As Excel counts: what lies beyond the first 65,536 counts twice.
std::size_t count_units(std::string_view text) {
  return count_characters(text) +
         static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
           return static_cast<unsigned char>(c) >= 0xF0;
         }));
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

/// Its members stand for the functions of their names, so that a class made from it calls them as
/// they are.
struct Libxlsxwriter {
  LateLibrary library{CROSSCUT_LIBXLSXWRITER};
  CROSSCUT_LATE(format_set_align);
  CROSSCUT_LATE(format_set_bg_color);
  CROSSCUT_LATE(format_set_bold);
  CROSSCUT_LATE(format_set_bottom);
  CROSSCUT_LATE(format_set_font_color);
  CROSSCUT_LATE(format_set_font_name);
  CROSSCUT_LATE(format_set_font_size);
  CROSSCUT_LATE(format_set_num_format);
  CROSSCUT_LATE(format_set_text_wrap);
  CROSSCUT_LATE(format_set_unlocked);
  CROSSCUT_LATE(lxw_col_to_name);
  CROSSCUT_LATE(lxw_rowcol_to_range);
  CROSSCUT_LATE(lxw_strerror);
  CROSSCUT_LATE(workbook_add_format);
  CROSSCUT_LATE(workbook_add_worksheet);
  CROSSCUT_LATE(workbook_close);
  CROSSCUT_LATE(workbook_new);
  CROSSCUT_LATE(workbook_set_properties);
  CROSSCUT_LATE(worksheet_autofilter);
  CROSSCUT_LATE(worksheet_data_validation_range);
  CROSSCUT_LATE(worksheet_fit_to_pages);
  CROSSCUT_LATE(worksheet_freeze_panes);
  CROSSCUT_LATE(worksheet_gridlines);
  CROSSCUT_LATE(worksheet_ignore_errors);
  CROSSCUT_LATE(worksheet_protect);
  CROSSCUT_LATE(worksheet_repeat_columns);
  CROSSCUT_LATE(worksheet_repeat_rows);
  CROSSCUT_LATE(worksheet_set_column);
  CROSSCUT_LATE(worksheet_set_footer);
  CROSSCUT_LATE(worksheet_set_header);
  CROSSCUT_LATE(worksheet_set_landscape);
  CROSSCUT_LATE(worksheet_set_paper);
  CROSSCUT_LATE(worksheet_set_row);
  CROSSCUT_LATE(worksheet_write_string);
};

class XlsxWriter : Libxlsxwriter {
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
    heading_ = heading_format(0xE8EDF2, 0x0B0C0C);
    required_ = heading_format(0x1D4F7C, 0xFFFFFF);
    cell_ = cell_format();
    locked_ = grey_format();
    fixed_ = grey_format();
    format_set_unlocked(fixed_);
    for (const BookSheet& sheet : book_.sheets) write_sheet(sheet);
    if (const lxw_error error = workbook_close(workbook_); error != LXW_NO_ERROR)
      give_up(lxw_strerror(error));
  }

 private:
  lxw_format* text_format() {
    lxw_format* format = workbook_add_format(workbook_);
    format_set_font_name(format, "Arial");
    format_set_font_size(format, 10);
    format_set_num_format(format, "@");  // what is typed stays text
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    return format;
  }

  lxw_format* heading_format(lxw_color_t background, lxw_color_t text) {
    lxw_format* format = text_format();
    format_set_bold(format);
    format_set_bg_color(format, background);
    format_set_font_color(format, text);
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    format_set_bottom(format, LXW_BORDER_THIN);
    return format;
  }

  lxw_format* cell_format() {
    lxw_format* format = text_format();
    format_set_text_wrap(format);
    format_set_unlocked(format);
    return format;
  }

  lxw_format* grey_format() {
    lxw_format* format = text_format();
    format_set_text_wrap(format);
    format_set_font_color(format, 0x505A5F);
    return format;
  }

  void write_sheet(const BookSheet& sheet) {
    lxw_worksheet* page = workbook_add_worksheet(workbook_, sheet.name.c_str());
    if (!sheet.prose.empty()) return write_prose(page, sheet.prose);
    worksheet_freeze_panes(page, 1, col(sheet.frozen_columns));
    set_paper(page, pages_across(sheet));
    worksheet_repeat_rows(page, 0, 0);
    if (sheet.frozen_columns > 0) worksheet_repeat_columns(page, 0, col(sheet.frozen_columns - 1));
    if (!sheet.columns.empty()) worksheet_set_row(page, 0, heading_points, nullptr);
    for (std::size_t i = 0; i < sheet.columns.size(); ++i) write_column(page, sheet, i);
    for (std::size_t row = 0; row < sheet.rows.size(); ++row) {
      set_height(page, sheet, row);
      for (std::size_t i = 0; i < sheet.rows[row].size(); ++i)
        if (const std::string& text = sheet.rows[row][i]; !text.empty())
          write_text(page, row + 1, i, text, format_of(sheet.columns[i]));
    }
    for (const BookCell& cell : sheet.cells)
      offer(page, {line(cell.row + 1), line(cell.row + 1), col(cell.column)}, cell.choices,
            cell.strict);
    if (sheet.columns.empty()) return;
    const lxw_col_t last = col(sheet.columns.size() - 1);
    ignore_numbers_as_text(page, last_row(sheet), last);
    const bool free = has_free_rows(sheet);
    if (free) worksheet_autofilter(page, 0, 0, line(last_row(sheet)), last);
    if (!sheet.is_protected) return;
    // a row with a locked cell anywhere, also beyond the table, can be neither deleted nor sorted
    if (free)
      worksheet_set_column(page, static_cast<lxw_col_t>(last + 1), LXW_COL_MAX - 1,
                           LXW_DEF_COL_WIDTH, cell_);
    protect(page, free);
  }

  static constexpr double heading_points = 18;

  /// Excel finds the height of a row of wrapped text, LibreOffice does not.
  void set_height(lxw_worksheet* page, const BookSheet& sheet, std::size_t row) {
    constexpr double points_a_line = 12.75, most_points = 400;  // Excel takes 409
    std::size_t lines = 1;
    const auto& cells = sheet.rows[row];
    for (std::size_t i = 0; i < cells.size(); ++i)
      lines = std::max(lines, lines_in(cells[i], 1.1 * sheet.columns[i].width));
    if (lines > 1)
      worksheet_set_row(page, line(row + 1),
                        std::min(points_a_line * static_cast<double>(lines) + 2, most_points),
                        nullptr);
  }

  void set_paper(lxw_worksheet* page, int pages_across) {
    worksheet_set_landscape(page);
    worksheet_set_paper(page, 9);  // A4
    worksheet_fit_to_pages(page, static_cast<std::uint16_t>(pages_across), 0);
    std::string marking;
    for (const char c : book_.marking) marking += c == '&' ? "&&" : std::string(1, c);
    if (!marking.empty()) worksheet_set_header(page, ("&C" + marking).c_str());
    worksheet_set_footer(page, ("&L&A&C" + marking + "&RPage &P of &N").c_str());
  }

  /// Years and shares are text; Excel would put a green corner into each cell.
  void ignore_numbers_as_text(lxw_worksheet* page, std::size_t rows, lxw_col_t last) {
    char range[64] = {};
    lxw_rowcol_to_range(range, 0, 0, line(rows), last);
    worksheet_ignore_errors(page, LXW_IGNORE_NUMBER_STORED_AS_TEXT, range);
  }

  lxw_format* format_of(const BookColumn& column) const {
    return column.locked ? locked_ : column.fixed ? fixed_ : cell_;
  }

  void write_text(lxw_worksheet* page, std::size_t row, std::size_t column, const std::string& text,
                  lxw_format* format) {
    const lxw_error error = worksheet_write_string(page, static_cast<lxw_row_t>(row), col(column),
                                                   escape(text).c_str(), format);
    if (error != LXW_NO_ERROR) give_up(lxw_strerror(error));
  }

  static lxw_col_t col(std::size_t i) { return static_cast<lxw_col_t>(i); }
  static lxw_row_t line(std::size_t i) { return static_cast<lxw_row_t>(i); }
  static std::size_t last_row(const BookSheet& sheet) {
    return sheet.rows.size() + sheet.empty_rows;
  }

  void write_column(lxw_worksheet* page, const BookSheet& sheet, std::size_t i) {
    const BookColumn& column = sheet.columns[i];
    worksheet_set_column(page, col(i), col(i), column.width, format_of(column));
    write_text(page, 0, i, column.heading, column.required ? required_ : heading_);
    show_help(page, {0, 0, col(i)}, column);
    if (last_row(sheet) == 0) return;
    if (column.fixed) fix(page, sheet, i);
    offer(page, {1, line(last_row(sheet)), col(i)}, column.choices, column.strict);
  }

  /// Rows of one column.
  struct Span {
    lxw_row_t first;
    lxw_row_t last;
    lxw_col_t column;
  };

  void validate(lxw_worksheet* page, Span span, lxw_data_validation& validation) {
    worksheet_data_validation_range(page, span.first, span.column, span.last, span.column,
                                    &validation);
  }

  void show_help(lxw_worksheet* page, Span span, const BookColumn& column) {
    if (column.help.empty()) return;
    std::string title = shorten(column.heading, 32);
    std::string message = shorten(column.help, 255);
    lxw_data_validation help = {};
    help.validate = LXW_VALIDATION_TYPE_ANY;
    help.input_title = title.data();
    help.input_message = message.data();
    validate(page, span, help);
  }

  /// The filled cells at the top take nothing else; the others show the help.
  void fix(lxw_worksheet* page, const BookSheet& sheet, std::size_t i) {
    std::size_t filled = 0;
    while (filled < sheet.rows.size() && i < sheet.rows[filled].size() &&
           !sheet.rows[filled][i].empty())
      ++filled;
    if (filled > 0) {
      char name[8] = {};
      lxw_col_to_name(name, col(i), 0);
      std::string formula = std::string("=LEN(") + name + "2)=0";
      std::string title = sheet.columns[i].heading;
      std::string message = "This stays as it is: other rows and other files may refer to it.";
      lxw_data_validation fixed = {};
      fixed.validate = LXW_VALIDATION_TYPE_CUSTOM_FORMULA;
      fixed.value_formula = formula.data();
      fixed.error_type = LXW_VALIDATION_ERROR_TYPE_STOP;
      fixed.error_title = title.data();
      fixed.error_message = message.data();
      validate(page, {1, line(filled), col(i)}, fixed);
    }
    if (filled < last_row(sheet))
      show_help(page, {line(filled + 1), line(last_row(sheet)), col(i)}, sheet.columns[i]);
  }

  void offer(lxw_worksheet* page, Span span, const std::string& choices, bool strict) {
    std::string range = choices.empty() ? "" : list_formula(book_, choices);
    if (range.empty()) return;
    std::string title = "Not in the list";
    std::string message = "Choose one from the list.";
    lxw_data_validation list = {};
    list.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
    list.value_formula = range.data();
    list.error_type = LXW_VALIDATION_ERROR_TYPE_STOP;
    list.show_error = strict ? LXW_VALIDATION_ON : LXW_VALIDATION_OFF;
    list.error_title = title.data();
    list.error_message = message.data();
    validate(page, span, list);
  }

  void write_prose(lxw_worksheet* page, const std::vector<std::string>& prose) {
    set_paper(page, 1);
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
    for (std::size_t i = 0; i < prose.size(); ++i) {
      const bool title = prose[i].starts_with("# ");
      const auto lines = static_cast<double>(lines_in(prose[i], 105));
      worksheet_set_row(page, line(i), title ? 32 : 14.5 * lines + 4, nullptr);
      write_text(page, i, 0, prose[i].substr(title ? 2 : 0), title ? heading : text);
    }
    worksheet_protect(page, nullptr, nullptr);
  }

  void protect(lxw_worksheet* page, bool free_rows) {
    lxw_protection allowed = {};
    allowed.format_cells = allowed.format_columns = allowed.format_rows = LXW_TRUE;
    if (free_rows)
      allowed.insert_rows = allowed.delete_rows = allowed.sort = allowed.autofilter = LXW_TRUE;
    worksheet_protect(page, nullptr, &allowed);  // against slips: there is no password
  }

  const Book& book_;
  lxw_workbook* workbook_;
  lxw_format* heading_ = nullptr;
  lxw_format* required_ = nullptr;
  lxw_format* cell_ = nullptr;
  lxw_format* locked_ = nullptr;
  lxw_format* fixed_ = nullptr;
};

}  // namespace

std::string xlsx_limit(const Book& book) {
  for (const BookSheet& sheet : book.sheets) {
    if (sheet.rows.size() + sheet.empty_rows >= most_rows || sheet.columns.size() > most_columns)
      return sheet.name + " has " + std::to_string(sheet.rows.size()) + " rows and " +
             std::to_string(sheet.columns.size()) + " columns; a sheet of Excel holds " +
             std::to_string(most_rows) + " and " + std::to_string(most_columns);
    for (std::size_t row = 0; row < sheet.rows.size(); ++row)
      for (std::size_t i = 0; i < sheet.rows[row].size(); ++i)
        if (const std::string& text = sheet.rows[row][i];
            text.size() > most_characters / 7 && count_units(escape(text)) > most_characters)
          return "the " + sheet.columns[i].heading + " in row " + std::to_string(row + 2) + " of " +
                 sheet.name + " has " + std::to_string(count_units(text)) +
                 " characters; a cell of Excel holds " + std::to_string(most_characters);
  }
  return {};
}

std::string write_xlsx(const Book& book) {
  const MemoryFile file;
  XlsxWriter(book, file.path()).run();
  return file.bytes();
}

}  // namespace crosscut
