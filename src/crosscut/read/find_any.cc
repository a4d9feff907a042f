#include "crosscut/read/find_any.h"

#include <bit>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace crosscut {

Stretch find_any(std::string_view text, std::size_t from, char a, char b, char c) {
  Stretch found{from, true};
#ifdef __SSE2__
  const __m128i as = _mm_set1_epi8(a), bs = _mm_set1_epi8(b), cs = _mm_set1_epi8(c);
  for (; found.end + 16 <= text.size(); found.end += 16) {
    const __m128i block = _mm_loadu_si128(
        static_cast<const __m128i*>(static_cast<const void*>(text.data() + found.end)));
    const __m128i hits =
        _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(block, as), _mm_cmpeq_epi8(block, bs)),
                     _mm_cmpeq_epi8(block, cs));
    const auto hit = static_cast<unsigned>(_mm_movemask_epi8(hits));
    const auto wide = static_cast<unsigned>(_mm_movemask_epi8(block));
    if (hit != 0) {
      const int count = std::countr_zero(hit);
      found.ascii = found.ascii && (wide & ((1U << unsigned(count)) - 1U)) == 0;
      found.end += static_cast<std::size_t>(count);
      return found;
    }
    found.ascii = found.ascii && wide == 0;
  }
#endif
  for (; found.end < text.size(); ++found.end) {
    const char at = text[found.end];
    if (at == a || at == b || at == c) break;
    found.ascii = found.ascii && static_cast<unsigned char>(at) < 0x80;
  }
  return found;
}

}  // namespace crosscut
