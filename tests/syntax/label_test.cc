#include "label.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/utf8.h"
#include "pipeline.h"
#include "syntax/support.h"

namespace warta::syntax {
namespace {

TEST(Label, Cases) {
  std::size_t count = 0;
  for (const test::Case& one : test::read_cases(test_path("labels.txt"))) {
    const auto pipeline = Pipeline::load(models(), one.get("language"));
    ASSERT_TRUE(pipeline) << pipeline.error().message();
    const auto forms = split(one.get("text"));
    std::vector<std::string> lower;
    for (const auto& form : forms) lower.push_back(utf8::lower(form));
    std::vector<Word> words(forms.size());
    for (std::size_t i = 0; i < forms.size(); ++i) words[i].form = forms[i], words[i].lower = lower[i];
    Arena arena;
    SentenceReader reader(*pipeline, arena);
    reader.read(words, true);
    const auto label = label_of(words, reader.upos());
    EXPECT_EQ(label.has_value(), one.get("none").empty()) << one.where();
    EXPECT_EQ(std::count(reader.heads().begin(), reader.heads().end(), forms.size()), 1) << one.where();
    ++count;
    if (!label) continue;
    const std::size_t head = std::find(forms.begin(), forms.end(), one.get("label")) - forms.begin();
    ASSERT_LT(head, forms.size()) << one.where();
    const std::size_t root =
        std::find(reader.heads().begin(), reader.heads().end(), forms.size()) - reader.heads().begin();
    EXPECT_EQ(root<label->colon, head> label->colon) << one.where();
    EXPECT_EQ(reader.heads()[head], root) << one.where();
    EXPECT_EQ(reader.relations()[head].rel, Rel::parataxis) << one.where();
    EXPECT_EQ(reader.heads()[label->colon], head) << one.where();
  }
  EXPECT_GE(count, 8u);
}

}  // namespace
}  // namespace warta::syntax
