#include "crosscut/base/sort_texts.h"

#include <algorithm>
#include <cstring>
#include <span>

namespace crosscut {
namespace {

struct Item {
  std::uint64_t chunk = 0;  // 8 bytes of the text as a number that sorts as they do
  std::uint32_t ends = 0;   // how many of them it has
  std::uint32_t at = 0;     // its position
};

void take_chunk(Item& item, std::string_view text, std::size_t depth) {
  const std::size_t count = depth < text.size() ? std::min<std::size_t>(8, text.size() - depth) : 0;
  std::uint64_t chunk = 0;
  for (std::size_t i = 0; i < 8; ++i)
    chunk = chunk << 8U | (i < count ? static_cast<unsigned char>(text[depth + i]) : 0U);
  item.chunk = chunk;
  item.ends = static_cast<std::uint32_t>(count);
}

bool before(const Item& a, const Item& b) {
  if (a.chunk != b.chunk) return a.chunk < b.chunk;
  return a.ends != b.ends ? a.ends < b.ends : a.at < b.at;
}

/// Sorts items whose texts share their first `depth` bytes, 8 bytes at a time.
void sort_from(std::span<Item> items, const std::vector<std::string_view>& texts,
               std::size_t depth) {
  constexpr std::size_t deepest = 1024;  // for ids of any sense; this calls itself once a chunk
  if (depth > deepest) {
    std::sort(items.begin(), items.end(), [&](const Item& a, const Item& b) {
      const int order = texts[a.at].compare(texts[b.at]);
      return order != 0 ? order < 0 : a.at < b.at;
    });
    return;
  }
  for (Item& item : items) take_chunk(item, texts[item.at], depth);
  std::sort(items.begin(), items.end(), before);
  for (std::size_t first = 0; first < items.size();) {
    std::size_t last = first + 1;
    while (last < items.size() && items[last].chunk == items[first].chunk &&
           items[last].ends == items[first].ends)
      ++last;
    if (last - first > 1 && items[first].ends == 8)
      sort_from(items.subspan(first, last - first), texts, depth + 8);
    first = last;
  }
}

}  // namespace

std::vector<std::uint32_t> sorted_order(const std::vector<std::string_view>& texts) {
  std::vector<Item> items(texts.size());
  for (std::size_t i = 0; i < items.size(); ++i) items[i].at = static_cast<std::uint32_t>(i);
  sort_from(items, texts, 0);
  std::vector<std::uint32_t> order(items.size());
  for (std::size_t i = 0; i < items.size(); ++i) order[i] = items[i].at;
  return order;
}

}  // namespace crosscut
