// Pictures come out whole, at the right size and with the same bytes; and whatever Graphviz does,
// the caller lives on, in time, with a sentence that says what happened.
#include "crosscut/draw/draw.h"

#include <gtest/gtest.h>
#include <sys/wait.h>

#include <cerrno>
#include <cmath>
#include <csignal>
#include <cstdlib>
#include <string>
#include <thread>

#include "crosscut/draw/child.h"
#include "crosscut/draw/worker.h"

namespace crosscut {
namespace {

using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

const std::vector<ImageFormat> kAll = {ImageFormat::svg, ImageFormat::png, ImageFormat::pdf,
                                       ImageFormat::json};

constexpr const char* kSmall = R"(digraph {
  rankdir=LR pad=0.15 fontname=Arial
  node [shape=box fontname=Arial fontsize=11]
  treasury -> transport [xlabel=7]
  transport -> health
  treasury -> health
})";

/// Every step changes something about this one.
constexpr const char* kSteppable = "digraph { newrank=true splines=true a -> b [xlabel=4] b -> c }";

/// A dense graph: seconds of work for Graphviz.
std::string slow_dot() {
  std::string dot = "digraph { splines=true\n";
  for (int i = 0; i < 3000; ++i) {
    for (const int factor : {7, 31, 101, 457}) {
      dot += std::to_string(i) + " -> " + std::to_string((i * factor + 13) % 3000) + "\n";
    }
  }
  return dot + "}";
}

bool no_child_left() {
  errno = 0;
  return ::waitpid(-1, nullptr, WNOHANG) == -1 && errno == ECHILD;
}

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

std::string image(const DrawResult& result, ImageFormat format) {
  if (!result.drawing) return "no drawing: " + result.failure;
  const auto found = result.drawing->images.find(format);
  return found == result.drawing->images.end() ? "format missing" : found->second;
}

/// A big-endian 32-bit number, as PNG has them.
unsigned number_at(const std::string& bytes, std::size_t at) {
  unsigned value = 0;
  for (std::size_t i = at; i < at + 4; ++i) {
    value = value << 8 | static_cast<unsigned char>(bytes.at(i));
  }
  return value;
}

/// Calls `misbehave` at every step before `good`, and the real worker from then on.
template <typename Misbehave>
Worker bad_until(DrawStep good, Misbehave misbehave) {
  return [good, misbehave](const WorkerTask& task) -> WorkerReply {
    if (task.step < good) misbehave();
    return lay_out(task);
  };
}

TEST(Draw, GivesEveryFormatAskedForAndNoOther) {
  const DrawResult result = draw(kSmall, kAll);
  ASSERT_TRUE(result.drawing) << result.failure;
  EXPECT_EQ(result.failure, "");
  EXPECT_EQ(result.drawing->images.size(), 4U);
  EXPECT_NE(image(result, ImageFormat::svg).find("<svg "), std::string::npos);
  EXPECT_EQ(image(result, ImageFormat::svg).substr(0, 5), "<?xml");
  EXPECT_EQ(image(result, ImageFormat::png).substr(1, 3), "PNG");
  EXPECT_EQ(image(result, ImageFormat::pdf).substr(0, 5), "%PDF-");
  EXPECT_NE(image(result, ImageFormat::json).find("\"_draw_\""), std::string::npos);
  EXPECT_EQ(result.drawing->boxes, 3U);
  EXPECT_EQ(result.drawing->lines, 3U);
  EXPECT_EQ(result.drawing->step, DrawStep::as_given);
  EXPECT_TRUE(result.drawing->warnings.empty());

  const DrawResult one = draw(kSmall, {ImageFormat::png});
  ASSERT_TRUE(one.drawing) << one.failure;
  EXPECT_EQ(one.drawing->images.size(), 1U);
}

TEST(Draw, StatesTheNaturalSizeInPoints) {
  // One box of 2 by 1 inches and a pad of a quarter inch all round.
  const DrawResult result = draw("digraph { pad=0.25 a [shape=box width=2 height=1] }", kAll);
  ASSERT_TRUE(result.drawing) << result.failure;
  EXPECT_DOUBLE_EQ(result.drawing->width_pt, 180);
  EXPECT_DOUBLE_EQ(result.drawing->height_pt, 108);
  const std::string svg = image(result, ImageFormat::svg);
  EXPECT_NE(svg.find("width=\"180pt\" height=\"108pt\""), std::string::npos) << svg.substr(0, 600);
  const std::string png = image(result, ImageFormat::png);
  EXPECT_EQ(number_at(png, 16), 300U);  // 180 / 72 * 120
  EXPECT_EQ(number_at(png, 20), 180U);
  EXPECT_NE(image(result, ImageFormat::pdf).find("/MediaBox [ 0 0 180 108 ]"), std::string::npos);
}

TEST(Draw, DotsPerInchChangeThePngOnly) {
  DrawOptions fine;
  fine.dpi = 300;
  const DrawResult coarse = draw(kSmall, kAll);
  const DrawResult result = draw(kSmall, kAll, fine);
  ASSERT_TRUE(result.drawing) << result.failure;
  for (const ImageFormat format : {ImageFormat::svg, ImageFormat::pdf, ImageFormat::json}) {
    EXPECT_EQ(image(coarse, format), image(result, format));
  }
  const unsigned pixels = number_at(image(result, ImageFormat::png), 16);
  EXPECT_NEAR(pixels, result.drawing->width_pt / 72 * 300, 1);

  // What the DOT says about dots per inch is no business of its own.
  const std::string with_dpi = "digraph { dpi=200 resolution=200 " + std::string(kSmall + 9);
  EXPECT_EQ(image(draw(with_dpi, kAll), ImageFormat::svg), image(coarse, ImageFormat::svg));
  EXPECT_EQ(image(draw(with_dpi, kAll), ImageFormat::png), image(coarse, ImageFormat::png));
}

TEST(Draw, OneFormatDoesNotDependOnTheOthers) {
  const DrawResult all = draw(kSmall, kAll);
  const std::vector<ImageFormat> backwards(kAll.rbegin(), kAll.rend());
  const DrawResult turned = draw(kSmall, backwards);
  for (const ImageFormat format : kAll) {
    EXPECT_EQ(image(all, format), image(draw(kSmall, {format}), format));
    EXPECT_EQ(image(all, format), image(turned, format));
  }
}

TEST(Draw, GivesTheSameBytesLaterAndInAnotherTimeZone) {
  const DrawResult first = draw(kSmall, kAll);
  ASSERT_TRUE(first.drawing) << first.failure;
  std::this_thread::sleep_for(milliseconds(1100));
  const char* old = std::getenv("TZ");
  const std::string zone = old == nullptr ? "" : old;
  ::setenv("TZ", "Asia/Tokyo", 1);
  const DrawResult second = draw(kSmall, kAll);
  old == nullptr ? ::unsetenv("TZ") : ::setenv("TZ", zone.c_str(), 1);

  EXPECT_EQ(image(first, ImageFormat::svg), image(second, ImageFormat::svg));
  EXPECT_EQ(image(first, ImageFormat::png), image(second, ImageFormat::png));
  EXPECT_EQ(image(first, ImageFormat::json), image(second, ImageFormat::json));
  if (!first.drawing->warnings.empty()) {
    EXPECT_EQ(first.drawing->warnings.front(), "Warning: this PDF's bytes change with the clock");
    GTEST_SKIP() << "this cairo hides the date of a PDF";
  }
  EXPECT_EQ(image(first, ImageFormat::pdf), image(second, ImageFormat::pdf));
}

TEST(Draw, CountsOnlyWhatIsVisible) {
  const DrawResult result = draw(
      R"(graph { a -- b  b -- c [style=invis]  c -- d [style="bold, invis"]  d -- d  a -- b
               e [style=invis]  subgraph cluster_x { f } })",
      {});
  ASSERT_TRUE(result.drawing) << result.failure;
  EXPECT_EQ(result.drawing->boxes, 5U);
  EXPECT_EQ(result.drawing->lines, 3U);
  EXPECT_TRUE(result.drawing->images.empty());
}

TEST(Draw, RefusesBadDotAtOnceWithGraphvizsMessage) {
  const DrawResult result = draw("digraph {\n a -> b\n a -> -> c\n}", kAll);
  EXPECT_FALSE(result.drawing);
  EXPECT_EQ(result.failure.find("Graphviz cannot read this DOT: Error:"), 0U) << result.failure;
  EXPECT_NE(result.failure.find("syntax error in line 3"), std::string::npos) << result.failure;
  EXPECT_EQ(draw("", {}).failure, "Graphviz cannot read this DOT");

  // At once: a worker that would draw at the second step is not asked again.
  const Worker second_time = [](const WorkerTask& task) {
    return lay_out({task.step == DrawStep::as_given ? "digraph {" : kSteppable, task.step,
                    task.formats, task.dpi});
  };
  EXPECT_FALSE(draw_with(second_time, kSteppable, {}).drawing);
}

TEST(Draw, HandsOnGraphvizsWarnings) {
  const DrawResult result = draw("digraph { a [shape=dodecapus] 1b }", {});
  ASSERT_TRUE(result.drawing) << result.failure;
  ASSERT_EQ(result.drawing->warnings.size(), 2U);
  EXPECT_NE(result.drawing->warnings[0].find("badly delimited number"), std::string::npos);
  EXPECT_NE(result.drawing->warnings[1].find("unknown shape dodecapus"), std::string::npos);
}

TEST(Draw, KeepsToTheTimeLimitAndLeavesNoZombie) {
  DrawOptions hasty;
  hasty.time_limit = milliseconds(50);
  const std::string dot = slow_dot();
  const auto start = Clock::now();
  const DrawResult result = draw(dot, {ImageFormat::svg}, hasty);
  EXPECT_FALSE(result.drawing);
  EXPECT_EQ(result.failure, "Graphviz did not finish within 50 milliseconds");
  EXPECT_LT(seconds_since(start), 1.5);
  EXPECT_TRUE(no_child_left());
  hasty.time_limit = milliseconds(0);
  EXPECT_EQ(draw(kSmall, {}, hasty).failure, "Graphviz did not finish within 0 milliseconds");
  hasty.time_limit = milliseconds::max();
  EXPECT_TRUE(draw(kSmall, {}, hasty).drawing);
}

TEST(Draw, MakesAPictureLargerThanAPipe) {
  std::string dot = "digraph {";
  for (int i = 0; i < 400; ++i) {
    dot.append("n").append(std::to_string(i / 2)).append(" -> m");
    dot.append(std::to_string(i)).append("\n");
  }
  const DrawResult result = draw(dot + "}", {ImageFormat::svg});
  ASSERT_TRUE(result.drawing) << result.failure;
  EXPECT_EQ(result.drawing->lines, 400U);
  EXPECT_GT(image(result, ImageFormat::svg).size(), 65536U);
}

TEST(Draw, SeveralThreadsDrawAtOnce) {
  if (kSanitized) GTEST_SKIP() << "a fork leaves the sanitizer's locks held";
  const std::string expected = image(draw(kSmall, {ImageFormat::svg}), ImageFormat::svg);
  std::vector<std::string> images(8);
  std::vector<std::thread> threads;
  threads.reserve(images.size());
  for (std::string& slot : images) {
    threads.emplace_back(
        [&slot] { slot = image(draw(kSmall, {ImageFormat::svg}), ImageFormat::svg); });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string& svg : images) EXPECT_EQ(svg, expected);
  EXPECT_TRUE(no_child_left());
}

TEST(Draw, NamesItsGraphviz) {
  EXPECT_EQ(graphviz_version().find_first_not_of("0123456789."), std::string::npos);
  EXPECT_GE(std::atof(graphviz_version().c_str()), 2.4);
}

TEST(Draw, FindsTheFontThatBoxesAreMeasuredIn) { EXPECT_TRUE(measured_font_present()); }

TEST(StepDown, GoesOnAfterACrashToTheFirstStepThatWorks) {
  for (const DrawStep good :
       {DrawStep::old_ranking, DrawStep::no_numbers, DrawStep::straight_lines}) {
    const DrawResult result =
        draw_with(bad_until(good, [] { std::raise(SIGKILL); }), kSteppable, {ImageFormat::svg});
    ASSERT_TRUE(result.drawing) << result.failure;
    EXPECT_EQ(result.drawing->step, good);
    EXPECT_EQ(result.failure, "");
    EXPECT_EQ(image(result, ImageFormat::svg).find(">4<") == std::string::npos,
              good >= DrawStep::no_numbers);
  }
  EXPECT_TRUE(no_child_left());
}

TEST(StepDown, ReplacesTheSettingsThatFailed) {
  // splines=none draws no line at all, which only the last step mends.
  const DrawResult result = draw("digraph { splines=none a -> b }", {ImageFormat::svg});
  ASSERT_TRUE(result.drawing) << result.failure;
  EXPECT_EQ(result.drawing->step, DrawStep::straight_lines);
  EXPECT_EQ(result.drawing->lines, 1U);
}

TEST(StepDown, SkipsAStepThatWouldChangeNothing) {
  // No newrank and no numbers here, so neither can be what was given up.
  const DrawResult result = draw_with(bad_until(DrawStep::old_ranking, [] { std::raise(SIGKILL); }),
                                      "digraph { a -> b }", {});
  ASSERT_TRUE(result.drawing) << result.failure;
  EXPECT_EQ(result.drawing->step, DrawStep::straight_lines);
}

TEST(StepDown, GoesOnAfterAHang) {
  DrawOptions hasty;
  hasty.time_limit = milliseconds(2000);
  const auto start = Clock::now();
  const Worker hangs = bad_until(DrawStep::old_ranking, [] {
    while (true) std::this_thread::sleep_for(milliseconds(100));
  });
  const DrawResult result = draw_with(hangs, kSteppable, {}, hasty);
  ASSERT_TRUE(result.drawing) << result.failure;
  EXPECT_EQ(result.drawing->step, DrawStep::old_ranking);
  EXPECT_GE(seconds_since(start), 2.0);
  EXPECT_TRUE(no_child_left());
}

TEST(StepDown, DoesNotTakeAPictureWithALineMissing) {
  const Worker loses_one = [](const WorkerTask& task) {
    WorkerReply reply = lay_out(task);
    if (task.step == DrawStep::as_given) --reply.drawing.lines;
    if (task.step == DrawStep::old_ranking) --reply.drawing.boxes;
    return reply;
  };
  const DrawResult result = draw_with(loses_one, kSteppable, {});
  ASSERT_TRUE(result.drawing) << result.failure;
  EXPECT_EQ(result.drawing->step, DrawStep::no_numbers);
}

std::string failure_of(const std::function<void()>& misbehave) {
  const Worker worker = [&](const WorkerTask&) {
    misbehave();
    return WorkerReply{};
  };
  return draw_with(worker, kSteppable, {}).failure;
}

TEST(Failure, IsToldInPlainEnglish) {
  EXPECT_EQ(failure_of([] { std::raise(SIGKILL); }), "Graphviz crashed (signal 9)");
  EXPECT_EQ(failure_of([] { throw 7; }), "Graphviz gave up, perhaps for want of memory");
  EXPECT_EQ(failure_of([] { ::_exit(0); }), "Graphviz sent back less than it should");
  EXPECT_EQ(failure_of([] { ::_exit(9); }), "Graphviz stopped early (exit code 9)");
  const Worker loses_one = [](const WorkerTask& task) {
    WorkerReply reply = lay_out(task);
    reply.lines_given += 1;
    return reply;
  };
  EXPECT_EQ(draw_with(loses_one, kSteppable, {}).failure,
            "Graphviz drew only 3 of 3 boxes and 2 of 3 lines");
}

TEST(Failure, ExitInTheWorkerRunsNoneOfOurHandlers) {
  static bool armed = true;
  std::atexit([] {
    if (armed) _exit(77);  // would show as exit code 77
  });
  EXPECT_EQ(failure_of([] { std::exit(0); }), "Graphviz gave up, perhaps for want of memory");
  armed = false;
}

TEST(Failure, TheWorkerSeesNoOpenFileOfOurs) {
  int ends[2];
  ASSERT_EQ(::pipe(ends), 0);
  const int write_end = ends[1];
  failure_of([write_end] { [[maybe_unused]] const auto sent = ::write(write_end, "x", 1); });
  ::close(write_end);
  char byte = 0;
  EXPECT_EQ(::read(ends[0], &byte, 1), 0);  // end of file, and nothing before it
  ::close(ends[0]);
}

TEST(Failure, TheWorkerCannotWriteToOurTerminal) {
  testing::internal::CaptureStdout();
  testing::internal::CaptureStderr();
  failure_of([] {
    [[maybe_unused]] auto sent = ::write(1, "out", 3);
    sent = ::write(2, "err", 3);
  });
  EXPECT_EQ(testing::internal::GetCapturedStdout(), "");
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
}

TEST(Message, ComesBackAsItWasSent) {
  WorkerReply reply;
  reply.outcome = WorkerOutcome::drawn;
  reply.failure = "none";
  reply.boxes_given = 4;
  reply.lines_given = 5;
  reply.drawing.width_pt = 1.5;
  reply.drawing.height_pt = 2.5;
  reply.drawing.boxes = 6;
  reply.drawing.lines = 7;
  reply.drawing.warnings = {"one", ""};
  reply.drawing.images = {{ImageFormat::pdf, std::string("a\0b", 3)}};
  const std::string bytes = encode_reply(reply);
  const std::optional<WorkerReply> back = decode_reply(bytes);
  ASSERT_TRUE(back);
  EXPECT_EQ(encode_reply(*back), bytes);
  EXPECT_EQ(back->drawing.images, reply.drawing.images);
  EXPECT_EQ(back->drawing.warnings, reply.drawing.warnings);
  EXPECT_EQ(back->lines_given, 5U);
  EXPECT_EQ(back->drawing.height_pt, 2.5);

  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_FALSE(decode_reply(std::string_view(bytes).substr(0, size))) << size;
  }
  EXPECT_FALSE(decode_reply(bytes + "x"));
  EXPECT_FALSE(decode_reply("\x09" + bytes.substr(1)));            // no such outcome
  EXPECT_FALSE(decode_reply(bytes[0] + std::string(60, '\xff')));  // absurd lengths
}

TEST(CreationDate, IsReplacedInPlace) {
  std::string pdf = "/CreationDate (D:20260102030405Z) x /CreationDate (D:20260102030405+01'00)";
  EXPECT_TRUE(fix_creation_date(pdf));
  EXPECT_EQ(pdf, "/CreationDate (D:20260102030405Z) x /CreationDate (D:20000101000000+01'00)");
  std::string none = "%PDF-1.7 /CreationDate (D:2026";
  EXPECT_FALSE(fix_creation_date(none));
}

}  // namespace
}  // namespace crosscut
