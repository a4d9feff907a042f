// Text of 16 bytes that never changes: it either views bytes that somebody else keeps (those of a
// file of the map), or shares its own with its copies. Reads as a std::string_view; becomes a
// std::string wherever one is asked for.
//
//   Text name = "Land Use Framework";            // its own bytes, shared by copies of it
//   Text cell = Text::view(file.text, ...);      // no bytes of its own: the file must outlive it
#pragma once

#include <atomic>
#include <compare>
#include <concepts>
#include <cstddef>
#include <cstring>
#include <functional>
#include <new>
#include <string>
#include <string_view>
#include <utility>

namespace crosscut {

class Text {
 public:
  static constexpr std::size_t npos = std::string_view::npos;

  Text() = default;
  Text(std::string_view text) { own(text); }  // NOLINT: as a std::string would be made
  Text(const std::string& text) : Text(std::string_view(text)) {}
  Text(const char* text) : Text(std::string_view(text)) {}
  Text(const Text& other) : data_(other.data_), size_(other.size_) {
    if (shared()) count().fetch_add(1, std::memory_order_relaxed);
  }
  Text(Text&& other) noexcept
      : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}
  Text& operator=(const Text& other) {
    Text(other).swap(*this);
    return *this;
  }
  Text& operator=(Text&& other) noexcept {
    Text(std::move(other)).swap(*this);
    return *this;
  }
  ~Text() {
    if (shared()) release();
  }

  /// A view of bytes that outlive it and its copies.
  static Text view(std::string_view bytes) {
    Text text;
    text.data_ = bytes.data();
    text.size_ = bytes.size();
    return text;
  }

  operator std::string_view() const { return {data_, size()}; }         // NOLINT
  operator std::string() const { return std::string(data(), size()); }  // NOLINT
  std::string str() const { return *this; }

  const char* data() const { return data_ == nullptr ? "" : data_; }
  std::size_t size() const { return size_ & ~shared_mark; }
  bool empty() const { return size() == 0; }
  const char* begin() const { return data(); }
  const char* end() const { return data() + size(); }
  char front() const { return data_[0]; }
  char back() const { return data_[size() - 1]; }
  char operator[](std::size_t at) const { return data_[at]; }
  bool starts_with(std::string_view part) const {
    return std::string_view(*this).starts_with(part);
  }
  bool ends_with(std::string_view part) const { return std::string_view(*this).ends_with(part); }
  std::size_t find(std::string_view part) const { return std::string_view(*this).find(part); }
  std::size_t find_first_of(std::string_view any) const {
    return std::string_view(*this).find_first_of(any);
  }
  std::string_view substr(std::size_t at, std::size_t length = npos) const {
    return std::string_view(*this).substr(at, length);
  }
  /// A part of this text, which views the same bytes where this does.
  Text part(std::string_view inside) const { return shared() ? Text(inside) : view(inside); }
  void clear() { Text().swap(*this); }
  void swap(Text& other) noexcept {
    std::swap(data_, other.data_);
    std::swap(size_, other.size_);
  }

  friend bool operator==(const Text& a, const Text& b) {
    return std::string_view(a) == std::string_view(b);
  }
  friend auto operator<=>(const Text& a, const Text& b) {
    return std::string_view(a) <=> std::string_view(b);
  }
  template <std::convertible_to<std::string_view> Other>
  requires(!std::same_as<Other, Text>) friend bool operator==(const Text& a, const Other& b) {
    return std::string_view(a) == std::string_view(b);
  }
  template <std::convertible_to<std::string_view> Other>
  requires(!std::same_as<Other, Text>) friend auto operator<=>(const Text& a, const Other& b) {
    return std::string_view(a) <=> std::string_view(b);
  }
  friend std::string operator+(const Text& a, const Text& b) { return sum(a, std::string_view(b)); }
  template <std::convertible_to<std::string_view> Other>
  requires(!std::same_as<Other, Text>) friend std::string operator+(const Text& a, const Other& b) {
    return sum(a, std::string_view(b));
  }
  template <std::convertible_to<std::string_view> Other>
  requires(!std::same_as<Other, Text>) friend std::string operator+(const Other& a, const Text& b) {
    return sum(std::string_view(a), b);
  }
  friend std::string operator+(std::string&& a, const Text& b) {
    return std::move(a.append(std::string_view(b)));
  }

 private:
  static constexpr std::size_t shared_mark = ~(~std::size_t{0} >> 1U);  // the top bit of size_
  using Count = std::atomic<std::size_t>;                               // stands before the bytes

  static std::string sum(std::string_view a, std::string_view b) {
    return std::string(a).append(b);
  }
  bool shared() const { return (size_ & shared_mark) != 0; }
  Count& count() const {
    return *std::launder(reinterpret_cast<Count*>(const_cast<char*>(data_) - sizeof(Count)));
  }
  void own(std::string_view text) {
    if (text.empty()) return;
    char* block = static_cast<char*>(::operator new(sizeof(Count) + text.size()));
    new (block) Count(1);
    std::memcpy(block + sizeof(Count), text.data(), text.size());
    data_ = block + sizeof(Count);
    size_ = text.size() | shared_mark;
  }
  void release() {
    if (count().fetch_sub(1, std::memory_order_acq_rel) == 1)
      ::operator delete(const_cast<char*>(data_) - sizeof(Count));
  }

  const char* data_ = nullptr;
  std::size_t size_ = 0;  // with shared_mark where the bytes are its own
};

}  // namespace crosscut

template <>
struct std::hash<crosscut::Text> {
  std::size_t operator()(const crosscut::Text& text) const noexcept {
    return std::hash<std::string_view>()(text);
  }
};
