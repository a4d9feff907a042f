// Sixteen real cases of ownership on the joined UK maps: 8 that are findings, and 8 that an
// official would call normal life. Where crosscut says less than the case asks for, `differs` says
// why; the row then holds what it says today, so that a change in either direction shows.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include "crosscut/lens/examine.h"
#include "crosscut/lens/lens.h"
#include "crosscut/read/join.h"

namespace crosscut {
namespace {

using Words = std::vector<std::string>;

enum class Is { a_finding, normal_life };

struct Case {
  std::string words;
  Is is;
  Words facts = {};   // "from relation to": open relations that the case rests on
  Words items = {};   // entities that the silent lenses must say nothing of
  Words found = {};   // ids of findings
  Words asked = {};   // ids of questions: less than 0.65 sure
  Words silent = {};  // lenses
  Words absent = {};  // ids of findings and questions that must not be there
  std::string differs = {};
};

const Words rivals = {"no-lead", "uncertain-lead", "rival-leads", "shared-lead", "orphaned-lead"};

const std::vector<Case> cases = {
    {.words = "Young Futures: five departments, no lead; hubs answered for by one department, then "
              "another",
     .is = Is::a_finding,
     .facts = {"dcms leads yf-hubs", "ho leads yf-prevention", "yf-hubs part-of young-futures"},
     .items = {"yf-hubs", "t-yf-50-hubs"},
     .found = {"no-lead:young-futures"},
     .silent = rivals},
    {.words = "25% cut in the cost of regulation: no lead for the target's shares, no department "
              "has one",
     .is = Is::a_finding,
     .facts = {"hmt leads t-reg-burden-25", "dbt co-leads t-reg-burden-25"},
     .found = {"shared-lead:t-reg-burden-25"},
     .differs =
         "The finding names the two departments that lead it. That no department has a share "
         "of it stands in a note: a map has no column for shares of a target."},
    {.words = "150 infrastructure decisions: MHCLG answers for it, other Secretaries of State "
              "decide most: levers elsewhere",
     .is = Is::a_finding,
     .facts = {"mhclg leads t-150-decisions", "energy-secretary approves t-150-decisions",
               "transport-secretary approves t-150-decisions",
               "environment-secretary approves t-150-decisions"},
     .asked = {"lead-without-levers:t-150-decisions"},
     .differs = "A question: that the lead holds no lever is an absence, and neither map says that "
                "it looked for money or delivery throughout."},
    {.words = "Land Use Framework, Strategic Spatial Energy Plan, spatial development strategies, "
              "NISTA's map: four spatial plans, no recorded precedence",
     .is = Is::a_finding,
     .facts = {"ssep conflicts-with land-use-framework",
               "infrastructure-spatial-tool conflicts-with land-use-framework",
               "land-use-framework depends-on sds"},
     .items = {"ssep", "sds", "infrastructure-spatial-tool"},
     .silent = {"trade-off"},
     .absent = {"trade-off-without-forum:defra+desnz", "trade-off-without-forum:defra+hmt",
                "trade-off-without-forum:defra+mhclg"},
     .differs = "Nothing: the conflicts are of strength 1, below the 2 of measures.md, and the "
                "departments sit together on boards, though on none for land. No relation says "
                "which of two plans comes first, so its absence cannot be seen."},
    {.words = "Youth Guarantee (18 to 21) across the split of skills at 19 between DWP and DfE: a "
              "seam (shared-lead)",
     .is = Is::a_finding,
     .facts = {"dwp leads youth-guarantee", "dfe co-leads youth-guarantee"},
     .asked = {"shared-lead:youth-guarantee"},
     .differs = "A question: that DfE leads a part is our reading of two sources, at 0.6."},
    {.words = "SEND reform: DfE leads, integrated care boards hold a lever under weak "
              "accountability",
     .is = Is::a_finding,
     .facts = {"dfe leads send-reform", "send-reform depends-on icbs",
               "icbs contributes-to send-reform"},
     .items = {"send-reform"},
     .silent = {"lead-without-levers"},
     .absent = {"coordination-gap:dfe+dhsc"},
     .differs =
         "Nothing: the boards are recorded as contributing and not as holding money, consent "
         "or delivery, DfE pays for part of the reform, and DfE and DHSC sit together on the "
         "Opportunity Mission Board. Weak accountability is a judgement in a note."},
    {.words = "Natural England delivers and regulates around the Nature Restoration Fund: "
              "role-clash, at low confidence a question",
     .is = Is::a_finding,
     .facts = {"natural-england delivers nrf", "natural-england regulates nrf"},
     .asked = {"role-clash:nrf"}},
    {.words =
         "National Adaptation Programme: one clear lead, coordination judged not to be working "
         "by the statutory adviser",
     .is = Is::a_finding,
     .facts = {"defra leads national-adaptation-programme",
               "national-adaptation-programme depends-on hmg"},
     .items = {"national-adaptation-programme", "hmg"},
     .silent = {"no-lead", "shared-lead", "coordination-gap"},
     .differs = "Nothing: the need is on the government as a whole, which is nobody's home and "
                "never a subject (measures.md, section 0), so it gives no pair of departments."},

    {.words = "NISTA: Treasury, minister, permanent secretary, Cabinet Office are four capacities, "
              "not rivals",
     .is = Is::normal_life,
     .facts = {"chief-sec-treasury leads nista", "perm-sec-treasury leads nista",
               "nista part-of hmt", "nista part-of co"},
     .items = {"nista"},
     .silent = {"no-lead", "rival-leads", "shared-lead", "double-sponsor", "sponsorless-body"}},
    {.words = "Post-16 white paper (several co-leads), Get Britain Working (three): joint "
              "presentation (capacity presented)",
     .is = Is::normal_life,
     .facts = {"dfe co-leads post-16-white-paper", "dwp co-leads post-16-white-paper",
               "hmt co-leads gbw-white-paper", "dwp leads gbw-white-paper"},
     .items = {"post-16-white-paper", "gbw-white-paper"},
     .silent = rivals},
    {.words = "Land Use Framework: Defra and its own Secretary of State are one",
     .is = Is::normal_life,
     .facts = {"defra leads land-use-framework"},
     .items = {"land-use-framework"},
     .silent = rivals},
    {.words = "Strategic Spatial Energy Plan co-led by three governments: the settlement",
     .is = Is::normal_life,
     .facts = {"desnz leads ssep", "scottish-government co-leads ssep",
               "welsh-government co-leads ssep"},
     .items = {"ssep"},
     .silent = rivals},
    {.words = "Joint ministers for skills and for industry: the remedy, and evidence of "
              "coordination",
     .is = Is::normal_life,
     .facts = {"minister-skills delivers post-16-white-paper",
               "minister-industry delivers industrial-strategy"},
     .items = {"minister-skills", "minister-industry", "industrial-strategy"},
     .silent = rivals,
     .absent = {"coordination-gap:dfe+dwp", "coordination-gap:dbt+desnz"}},
    {.words = "Growth and Skills Levy, Building Safety Regulator, Camden's wealth fund: hand-overs",
     .is = Is::normal_life,
     .facts = {"dwp leads growth-skills-levy", "mhclg leads bsr",
               "camden-investment-place-opportunity leads camden-community-wealth-fund"},
     .items = {"growth-skills-levy", "bsr", "camden-community-wealth-fund"},
     .silent = {"no-lead", "uncertain-lead", "rival-leads", "shared-lead", "orphaned-lead",
                "double-sponsor", "sponsorless-body"}},
    {.words = "Ofgem beside DESNZ on demand connections: a regulator beside a sponsor",
     .is = Is::normal_life,
     .facts = {"ofgem co-leads demand-connections-reform",
               "desnz co-leads demand-connections-reform"},
     .items = {"demand-connections-reform"},
     .silent = rivals},
    {.words = "Violence against women and girls: Home Office leads, Justice co-chairs; the finding "
              "is who else must sit there",
     .is = Is::normal_life,
     .facts = {"ho leads vawg-strategy", "ho leads t-halve-vawg",
               "moj contributes-to vawg-strategy"},
     .items = {"vawg-strategy", "t-halve-vawg"},
     .found = {"coordination-gap:dfe+ho"},
     .asked = {"lead-without-levers:t-halve-vawg"},
     .silent = rivals,
     .absent = {"coordination-gap:ho+moj"}},
};

class OwnershipCases : public testing::Test {
 protected:
  static Report report_of(const Words& folders) {
    Words paths;
    for (const std::string& folder : folders)
      paths.push_back(std::string(CROSSCUT_ROOT) + "/graphs/" + folder);
    return examine(link(read_maps(paths, {}).dataset, {}).graph, {}, {});
  }
  static const Report& uk() {
    static const Report report = report_of({"uk-missions", "uk-policies"});
    return report;
  }
  static const Report& camden() {
    static const Report report = report_of({"camden"});
    return report;
  }

  /// The map that holds the entity.
  static const Report& map_of(const std::string& entity) {
    return uk().graph.find(entity) ? uk() : camden();
  }

  static const Finding* find(const std::string& id) {
    const auto found =
        std::find_if(uk().findings.begin(), uk().findings.end(),
                     [&](const Finding& finding) { return finding_id(finding, uk().graph) == id; });
    return found == uk().findings.end() ? nullptr : &*found;
  }

  static bool holds(const std::string& fact) {
    std::istringstream words(fact);
    std::string from, verb, to;
    words >> from >> verb >> to;
    const Graph& graph = map_of(from).graph;
    const auto subject = graph.find(from), object = graph.find(to);
    if (!subject || !object || !find_verb(verb)) return false;
    const auto out = graph.out(*subject);
    return std::any_of(out.begin(), out.end(), [&](RelationId r) {
      return graph.relation(r).verb == *find_verb(verb) && graph.relation(r).to == *object;
    });
  }

  /// Ids of what the lens says of the entity.
  static Words said_by(const std::string& lens, const std::string& entity) {
    const Report& report = map_of(entity);
    const auto id = report.graph.find(entity);
    Words ids;
    for (const Finding& finding : report.findings)
      if (finding.card->id == lens && std::find(finding.subjects.begin(), finding.subjects.end(),
                                                *id) != finding.subjects.end())
        ids.push_back(finding_id(finding, report.graph));
    return ids;
  }

  static void expect_said(const Words& ids, bool question) {
    for (const std::string& id : ids) {
      const Finding* finding = find(id);
      ASSERT_NE(finding, nullptr) << id;
      EXPECT_EQ(finding->is_question(), question) << id << " at " << finding->confidence;
    }
  }
};

TEST_F(OwnershipCases, EachIsWhatItsRowSays) {
  for (const Case& one : cases) {
    SCOPED_TRACE(one.words);
    for (const std::string& fact : one.facts) EXPECT_TRUE(holds(fact)) << fact;
    expect_said(one.found, false);
    expect_said(one.asked, true);
    for (const std::string& id : one.absent) EXPECT_EQ(find(id), nullptr) << id;
    for (const std::string& item : one.items) {
      ASSERT_TRUE(map_of(item).graph.find(item)) << item;
      for (const std::string& lens : one.silent) {
        ASSERT_NE(find_lens(lens), nullptr) << lens;
        EXPECT_EQ(said_by(lens, item), Words{}) << lens << " on " << item;
      }
    }
  }
}

/// A case that is a finding is found or asked about, or its row says why not; normal life needs no
/// excuse.
TEST_F(OwnershipCases, AreEightOfEachAndDifferencesAreExplained) {
  std::map<Is, std::size_t> counts;
  for (const Case& one : cases) {
    SCOPED_TRACE(one.words);
    ++counts[one.is];
    EXPECT_FALSE(one.facts.empty());
    if (one.is == Is::normal_life) {
      EXPECT_FALSE(one.silent.empty());
      EXPECT_EQ(one.differs, "");
    } else if (one.found.empty() && one.asked.empty()) {
      EXPECT_NE(one.differs, "");
    }
  }
  EXPECT_EQ(counts[Is::a_finding], 8U);
  EXPECT_EQ(counts[Is::normal_life], 8U);
}

/// Further findings on these maps that must not get lost.
TEST_F(OwnershipCases, OtherKnownFindingsStand) {
  for (const std::string id :
       {"no-lead:workforce-strategies", "coordination-gap:desnz+dwp", "bottleneck:sr-2025",
        "bottleneck:local-authorities", "bottleneck:natural-england",
        "bottleneck:planning-inspectorate", "bottleneck:neso"})
    EXPECT_NE(find(id), nullptr) << id;
}

}  // namespace
}  // namespace crosscut
