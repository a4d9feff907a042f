// The worker's reply as bytes. Both ends are the same program on the same machine, so numbers go
// as they lie in memory; the reading end still trusts no length, because the writer may have been
// damaged by a stray write in Graphviz.
#include <cstdint>
#include <cstring>
#include <type_traits>
#include <utility>

#include "crosscut/draw/worker.h"

namespace crosscut {
namespace {

class Writer {
 public:
  template <typename Number>
  void number(Number value) {
    static_assert(std::is_trivially_copyable_v<Number>);
    const std::size_t at = bytes_.size();
    bytes_.resize(at + sizeof value);
    std::memcpy(bytes_.data() + at, &value, sizeof value);
  }
  void text(std::string_view value) {
    number(value.size());
    bytes_ += value;
  }
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

class Reader {
 public:
  explicit Reader(std::string_view bytes) : rest_(bytes) {}

  template <typename Number>
  Number number() {
    Number value{};
    const std::string_view raw = take(sizeof value);
    if (raw.size() == sizeof value) std::memcpy(&value, raw.data(), sizeof value);
    return value;
  }
  std::size_t count() { return number<std::size_t>(); }
  std::string text() { return std::string(take(count())); }
  bool good() const { return good_; }
  bool done() const { return good_ && rest_.empty(); }

 private:
  std::string_view take(std::size_t size) {
    good_ = good_ && size <= rest_.size();
    if (!good_) return {};
    const std::string_view taken = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return taken;
  }

  std::string_view rest_;
  bool good_ = true;
};

}  // namespace

std::string encode_reply(const WorkerReply& reply) {
  const Drawing& drawing = reply.drawing;
  Writer out;
  out.number(static_cast<std::uint8_t>(reply.outcome));
  out.text(reply.failure);
  out.number(reply.boxes_given);
  out.number(reply.lines_given);
  out.number(drawing.width_pt);
  out.number(drawing.height_pt);
  out.number(drawing.boxes);
  out.number(drawing.lines);
  out.number(drawing.warnings.size());
  for (const std::string& warning : drawing.warnings) out.text(warning);
  out.number(drawing.images.size());
  for (const auto& [format, image] : drawing.images) {
    out.number(static_cast<std::uint8_t>(format));
    out.text(image);
  }
  return out.take();
}

std::optional<WorkerReply> decode_reply(std::string_view bytes) {
  constexpr auto kLastOutcome = static_cast<std::uint8_t>(WorkerOutcome::failed);
  constexpr auto kLastFormat = static_cast<std::uint8_t>(ImageFormat::json);
  Reader in(bytes);
  WorkerReply reply;
  Drawing& drawing = reply.drawing;
  const auto outcome = in.number<std::uint8_t>();
  if (outcome > kLastOutcome) return std::nullopt;
  reply.outcome = static_cast<WorkerOutcome>(outcome);
  reply.failure = in.text();
  reply.boxes_given = in.count();
  reply.lines_given = in.count();
  drawing.width_pt = in.number<double>();
  drawing.height_pt = in.number<double>();
  drawing.boxes = in.count();
  drawing.lines = in.count();
  for (std::size_t left = in.count(); left > 0 && in.good(); --left) {
    drawing.warnings.push_back(in.text());
  }
  for (std::size_t left = in.count(); left > 0 && in.good(); --left) {
    const auto format = in.number<std::uint8_t>();
    if (format > kLastFormat) return std::nullopt;
    drawing.images[static_cast<ImageFormat>(format)] = in.text();
  }
  if (!in.done()) return std::nullopt;
  return reply;
}

}  // namespace crosscut
