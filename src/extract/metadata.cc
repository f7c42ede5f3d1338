#include "metadata.h"

#include <algorithm>

#include "base/utf8.h"
#include "date_claims.h"
#include "outlet_names.h"
#include "page_credits.h"
#include "plain_text.h"
#include "titles.h"

namespace warta::extract {
namespace {

constexpr std::size_t kTags = 32, kTagBytes = 80, kUrlBytes = 2048;
constexpr int kWesternIndonesia = 7 * 60;  // minutes east of UTC: the clock of Indonesian outlets that name no zone

bool begins_with(std::string_view text, std::string_view start) { return text.substr(0, start.size()) == start; }
bool is_address(std::string_view url) { return begins_with(url, "http://") || begins_with(url, "https://"); }

std::string_view path_of(std::string_view url) {
  const std::size_t host = url.find("://");
  const std::size_t slash = host == std::string_view::npos ? host : url.find('/', host + 3);
  return slash == std::string_view::npos ? std::string_view("/") : url.substr(slash);
}

class Reader {
 public:
  Reader(const Page& page, const LinedText& lines, const LinkedData& linked, const MetadataContext& context,
         const MetadataTables& tables)
      : page_(page),
        lines_(lines),
        linked_(linked),
        context_(context),
        tables_(tables),
        metas_(tables.keys.facts_of(page)),
        outlet_(tables.furniture) {}

  Metadata read() {
    item_ = article_item();
    address();
    know_outlet();
    title();
    outlet();
    const Surroundings around =
        surroundings_of(page_, lines_, context_.body, out_.title_block, tables_.furniture, tables_.languages);
    find_credits({page_, item_, metas_, around, context_.body, out_.title_block, context_.dateline_agency}, outlet_,
                 tables_, out_);
    dates(around);
    language();
    section();
    tags();
    image();
    return std::move(out_);
  }

 private:
  const MetaFact* meta(MetaField field) const {
    for (const MetaFact& fact : metas_)
      if (fact.field == field) return &fact;
    return nullptr;
  }
  std::optional<Fact> meta_or(MetaField field, const std::string& linked, float sure) const {
    const MetaFact* fact = meta(field);
    if (!linked.empty() && (!fact || fact->confidence <= sure)) return Fact{linked, sure, Origin::json_ld};
    if (fact) return Fact{fact->value, fact->confidence, Origin::meta};
    return std::nullopt;
  }

  // Of several articles that JSON-LD speaks of, the one that the page's title names.
  const LinkedItem* article_item() const {
    const LinkedItem* first = nullptr;
    for (const LinkedItem& item : linked_.items) {
      if (!item.is_article()) continue;
      if (!item.headline.empty() && page_.title.find(item.headline) != std::string_view::npos) return &item;
      if (!first) first = &item;
    }
    return first;
  }

  // The address under which the outlet wants the page known, if it is one of an article.
  void address() {
    const std::string_view own = context_.url ? std::string_view(*context_.url) : std::string_view();
    const auto take = [&](std::string_view url, float sure, Origin origin) {
      const std::string full = resolved(utf8::trim(url));
      if (out_.url || full.empty() || full.size() > kUrlBytes) return;
      if (path_of(full).size() <= 1 && (own.empty() || path_of(own).size() > 1)) return;  // the front page
      out_.url = Fact{full.substr(0, full.find('#')), sure, origin};
    };
    for (const Link& link : page_.links)
      if (link.rel == "canonical") take(link.href, 0.95f, Origin::element);
    if (const MetaFact* fact = meta(MetaField::url)) take(fact->value, fact->confidence, Origin::meta);
    if (item_) take(item_->url, 0.85f, Origin::json_ld);
    take(own, 0.8f, Origin::address);
  }
  // Absolute; "" for what is no address.
  std::string resolved(std::string_view url) const {
    if (is_address(url)) return std::string(url);
    const std::string_view base = is_address(page_.base) ? page_.base
                                  : context_.url         ? std::string_view(*context_.url)
                                                         : std::string_view();
    if (!is_address(base) || url.empty() || url[0] != '/') return {};
    if (begins_with(url, "//")) return std::string(base.substr(0, base.find(':') + 1)) + std::string(url);
    const std::size_t host = base.find('/', base.find("://") + 3);
    return std::string(base.substr(0, host)) + std::string(url);
  }

  void know_outlet() {
    if (context_.url) outlet_.add_address(*context_.url);
    if (out_.url) outlet_.add_address(out_.url->value);
    for (const MetaFact& fact : metas_) {
      if (fact.field == MetaField::outlet) outlet_.add(fact.value), outlet_.add_address_in(fact.value);
      if (fact.field == MetaField::handle) outlet_.add(fact.value), outlet_.add_address_in(fact.value);
    }
    for (const std::string& site : linked_.sites) outlet_.add(site), outlet_.add_address_in(site);
    if (!item_) return;
    for (const LinkedName& name : item_->publishers) outlet_.add(name.name), outlet_.add_address_in(name.name);
  }

  void title() {
    std::vector<std::string> told;
    if (item_ && !item_->headline.empty()) told.push_back(item_->headline);
    for (const MetaFact& fact : metas_)
      if (fact.field == MetaField::title && told.size() < 4) told.push_back(fact.value);
    if (std::string title = plain_text(page_.title); !title.empty()) told.push_back(std::move(title));
    auto headline = find_headline(page_, told, context_.body, outlet_, tables_.furniture);
    if (!headline) return;
    if (headline->told) named_behind(told, headline->text);
    out_.title_block = headline->block;
    out_.title = Fact{std::move(headline->text), headline->block ? headline->told ? 0.97f : 0.75f : 0.7f,
                      headline->block ? Origin::visible : Origin::meta};
  }

  // What the head puts behind the headline that is shown: "... - ANTARA News".
  void named_behind(const std::vector<std::string>& told, const std::string& headline) {
    for (const std::string& title : told) {
      const std::size_t at = title.find(headline);
      if (at == std::string::npos) continue;
      const std::string_view tail = std::string_view(title).substr(at + headline.size());
      const std::size_t begin = tail.find_first_not_of(" |-:\xe2\x80\x93\x94\xc2\xbb\xb7");
      if (begin == std::string_view::npos || begin < 2 || tail.size() - begin > 40) continue;
      title_tail_ = without_outlet_tail(tail.substr(begin));
      outlet_.add(title_tail_), outlet_.add_address_in(title_tail_);
      return;
    }
  }

  // Known outlets by the name that the tables give them, else as the page calls itself, else its host.
  void outlet() {
    std::vector<Fact> names;
    for (const MetaFact& fact : metas_)
      if (fact.field == MetaField::outlet) names.push_back({fact.value, fact.confidence, Origin::meta});
    if (item_)
      for (const LinkedName& name : item_->publishers) names.push_back({name.name, 0.9f, Origin::json_ld});
    for (const std::string& site : linked_.sites) names.push_back({site, 0.7f, Origin::json_ld});
    if (const std::string known = known_outlet(outlet_.domain()); !known.empty())
      names.push_back({known, 0.8f, Origin::address});
    if (!title_tail_.empty()) names.push_back({title_tail_, 0.6f, Origin::meta});
    // A name that its address bears out comes first: og:site_name may be that of a section.
    std::stable_partition(names.begin(), names.end(), [&](const Fact& fact) { return outlet_.is_of_host(fact.value); });
    for (Fact& fact : names) {
      fact.value = without_outlet_tail(fact.value);
      if (fact.value.empty() || fact.value.size() > 60 || is_address(fact.value) || fact.value[0] == '@') continue;
      if (std::string known = known_outlet(fact.value); !known.empty()) fact.value = std::move(known);
      out_.outlet = std::move(fact);
      return;
    }
    if (!outlet_.host().empty()) out_.outlet = Fact{outlet_.host(), 0.5f, Origin::address};
  }
  // "Suara Nusa - Berita Terkini": a slogan goes with the name.
  static std::string without_outlet_tail(std::string_view name) {
    for (const std::string_view mark : {" | ", " - ", " \xe2\x80\x93 ", " :: ", ": "})
      name = name.substr(0, name.find(mark));
    return std::string(utf8::trim(name));
  }
  std::string known_outlet(std::string_view name) const {
    std::vector<Word> words;
    find_words(name, 0, static_cast<std::uint32_t>(name.size()), 8, words);
    const Phrase* known = tables_.furniture.longest(Kind::outlet, words, 0, words.size());
    return known && known->words == words.size() ? known->value : std::string();
  }

  void dates(const Surroundings& around) {
    const DateReader reader{tables_.furniture, tables_.languages, context_.language, context_.latest};
    const std::string_view url = out_.url ? std::string_view(out_.url->value) : std::string_view();
    const PageDates dates = settle_dates(
        date_claims({page_, item_, linked_.items, metas_, around, out_.title_block, url}, reader, tables_.keys),
        zone());
    const auto take = [](const std::optional<DateClaim>& claim, std::optional<Published>& into, float& confidence) {
      if (!claim) return;
      into = Published{claim->moment.iso(), claim->moment.day};
      confidence = claim->confidence;
    };
    take(dates.published, out_.published, out_.published_confidence);
    take(dates.updated, out_.updated, out_.updated_confidence);
  }
  std::optional<int> zone() const {
    const std::string& host = outlet_.host();
    const bool indonesian = host.size() > 3 && host.compare(host.size() - 3, 3, ".id") == 0;
    return context_.language == "id" || indonesian ? std::optional(kWesternIndonesia) : std::nullopt;
  }

  void language() {
    std::vector<std::pair<std::string_view, float>> told;
    if (item_) told.emplace_back(item_->language, 0.7f);
    if (const MetaFact* fact = meta(MetaField::language)) told.emplace_back(fact->value, 0.7f);
    told.emplace_back(page_.language, 0.6f);
    for (const auto& [name, sure] : told) {
      const std::string code = tables_.languages.code_of(name);
      if (code.empty()) continue;
      out_.language = Fact{code, sure, Origin::meta};
      return;
    }
  }

  void section() {
    out_.section = meta_or(MetaField::section, item_ ? item_->section : std::string(), 0.9f);
    if (out_.section && (is_address(out_.section->value) || out_.section->value.size() > kTagBytes))
      out_.section.reset();
  }

  void tags() {
    std::vector<std::string_view> told;
    for (const MetaFact& fact : metas_)
      if (fact.field == MetaField::tags && fact.confidence > 0.8f) told.push_back(fact.value);
    if (item_ && told.empty())
      for (const std::string& keyword : item_->keywords) told.push_back(keyword);
    if (told.empty())
      if (const MetaFact* fact = meta(MetaField::tags)) told.push_back(fact->value);
    for (std::string_view list : told)
      while (!list.empty() && out_.tags.size() < kTags) {
        const std::size_t comma = std::min(list.find_first_of(",;"), list.size());
        add_tag(utf8::trim(list.substr(0, comma)));
        list.remove_prefix(std::min(comma + 1, list.size()));
      }
  }
  void add_tag(std::string_view tag) {  // "Editor:B Wibisono" is a note of the system
    if (tag.empty() || tag.size() > kTagBytes || tag.find(':') != std::string_view::npos) return;
    if (std::find(out_.tags.begin(), out_.tags.end(), tag) == out_.tags.end()) out_.tags.emplace_back(tag);
  }

  void image() {
    const MetaFact* fact = meta(MetaField::image);
    if (fact) out_.image = Fact{resolved(fact->value), fact->confidence, Origin::meta};
    if ((!fact || out_.image->value.empty()) && item_)
      out_.image = Fact{resolved(item_->image), 0.85f, Origin::json_ld};
    if (out_.image && out_.image->value.empty()) out_.image.reset();
    if (item_ && !item_->caption.empty()) out_.image_caption = Fact{item_->caption, 0.9f, Origin::json_ld};
  }

  const Page& page_;
  const LinedText& lines_;
  const LinkedData& linked_;
  const MetadataContext& context_;
  const MetadataTables& tables_;
  const std::vector<MetaFact> metas_;
  OutletNames outlet_;
  const LinkedItem* item_ = nullptr;
  std::string title_tail_;
  Metadata out_;
};

}  // namespace

Metadata metadata_of(const Page& page, const LinedText& lines, const LinkedData& linked, const MetadataContext& context,
                     const MetadataTables& tables) {
  return Reader(page, lines, linked, context, tables).read();
}

}  // namespace warta::extract
