// Random numbers by counter: each is a function of a seed and what it is for, so that neither the
// number of threads nor the order of work changes any of them, and every machine draws the same.
//
//   random_bits(seed, key, draw)            -> 64 bits
//   to_unit(random_bits(seed, key, draw))   -> from 0 up to, not with, 1
#pragma once

#include <cstdint>
#include <string_view>

namespace crosscut {

/// One step of SplitMix64: each bit of the input turns each bit of the output with probability one
/// half. Steele, Lea and Flood, Fast splittable pseudorandom number generators, 2014.
constexpr std::uint64_t scramble(std::uint64_t x) {
  x += 0x9E3779B97F4A7C15U;
  x = (x ^ (x >> 30U)) * 0xBF58476D1CE4E5B9U;
  x = (x ^ (x >> 27U)) * 0x94D049BB133111EBU;
  return x ^ (x >> 31U);
}

/// The bits that belong to a seed and 2 counters.
constexpr std::uint64_t random_bits(std::uint64_t seed, std::uint64_t key, std::uint64_t counter) {
  return scramble(scramble(scramble(seed) ^ key) ^ counter);
}

/// A double in [0, 1) from the upper 53 bits.
constexpr double to_unit(std::uint64_t bits) {
  return static_cast<double>(bits >> 11U) * 0x1.0p-53;
}

/// A whole number in [0, below); `below` is 1 or more and the bias under below / 2^32.
constexpr std::uint32_t to_below(std::uint64_t bits, std::uint32_t below) {
  return static_cast<std::uint32_t>(((bits >> 32U) * below) >> 32U);
}

/// A key for a text, the same on every machine (FNV-1a, scrambled).
constexpr std::uint64_t key_of(std::string_view text) {
  std::uint64_t hash = 0xCBF29CE484222325U;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  return scramble(hash);
}

}  // namespace crosscut
