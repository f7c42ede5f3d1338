// A store of generated rows, and what one more batch costs in it:
//
//   bench_store FILE EVENTS
//
// makes FILE with so many events, unless it is there (three an article, 91 articles a day; names of nobody, words that
// are none), and prints bytes an event and milliseconds of processor time a batch. Then, in a copy of it that it takes
// away again, opens the store and writes a batch of 1,000 articles of the days that follow, as `add` does, and one
// more. Nothing is coded: what `add` costs besides is what `code` costs. The rows are the same on every machine.
#include <fmt/format.h>

#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "base/hash.h"
#include "store/store.h"

namespace {

using namespace warta;

constexpr std::size_t kEvents = 3, kBatch = 1000, kWords = 250, kNext = 5;
constexpr const char* kCountries[] = {"KEN", "UGA", "CHL", "PER", "NOR", "OMN", "GHA", "LAO", "IDN", "MYS",
                                      "USA", "CHN", "RUS", "UKR", "IRN", "ISR", "FRA", "DEU", "BRA", "IND"};
constexpr const char* kSectors[] = {"", " GOV", " MIL", " COP", " OPP", " REB"};
constexpr const char* kPlaces[] = {"Nairobi", "Kampala", "Santiago", "Lima", "Oslo", "Muscat", "Accra", "Jakarta"};
const codebook::CameoCode kCodes[] = {
    {"036", codebook::Root::AGREE, "meet", 1, 4.0, "", ""},
    {"0311", codebook::Root::AGREE, "", 1, 5.2, "", ""},
    {"040", codebook::Root::CONSULT, "", 1, 1.0, "", ""},
    {"111", codebook::Root::ACCUSE, "disapprove", 3, -2.0, "", ""},
    {"161", codebook::Root::SANCTION, "expel", 4, -4.0, "", ""},
    {"190", codebook::Root::ASSAULT, "", 4, -10.0, "", ""},
};

class Generator {
 public:
  // The same for the same number.
  store::Article article(std::size_t number) {
    dice_.seed(static_cast<std::uint32_t>(Hasher().add(number).value()));
    store::Article out;
    out.file = "generated.jsonl";
    out.record = number + 1;
    out.facts.id = fmt::format("g{}", number);
    out.facts.url = fmt::format("https://example.org/{}/{}", number % 50, number);
    out.facts.outlet = fmt::format("Outlet {}", number % 50);
    out.facts.title = words(8);
    out.facts.language = number % 2 ? "id" : "en";
    out.published = Day(std::chrono::days(16436 + static_cast<int>(number * 10 / 913)));
    out.facts.published = iso(*out.published);
    out.text = words(kWords);
    out.body_end = static_cast<std::uint32_t>(out.text.size());
    out.report.key = Hasher().add(*out.facts.url).add(out.text).value();
    out.report.language = out.facts.language;
    out.report.published = out.published;
    for (auto& least : out.report.signature) least = static_cast<std::uint32_t>(dice_());
    for (std::size_t i = 0; i < kEvents; ++i) add_event(out, i);
    return out;
  }

 private:
  template <class T, std::size_t N>
  const T& one_of(const T (&choices)[N]) {
    return choices[dice_() % N];
  }

  std::string words(std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) out += fmt::format("{}{:x}", i ? " " : "", dice_() % 65'536);
    return out;
  }

  event::RowActor actor() {
    const auto code = *codebook::ActorCode::parse(std::string(one_of(kCountries)) + one_of(kSectors));
    return {{code.text(), {0, 7}}, code, std::string(code.from()), "Name " + code.text(), {}};
  }

  void add_event(store::Article& article, std::size_t i) {
    event::Row row;
    const std::uint64_t id = Hasher().add(article.report.key).add(i).value();
    row.id = hex16(id);
    row.sentence = static_cast<std::uint32_t>(i);
    row.source = actor();
    row.target = actor();
    row.code = &one_of(kCodes);
    row.date = event::EventDate{single(*article.published), event::DateBasis::publication};
    const std::string place = one_of(kPlaces);
    row.place = event::RowPlace{place, {{}, place, one_of(kCountries), "", 1.5, 36.5, 1000}};
    row.evidence = {words(14), {100, 180}};
    row.trigger = {"expelled", {110, 118}};
    row.rule = "en/expel";
    row.confidence = 0.8;
    story::Happening happening;
    happening.id = id;
    happening.sentence = row.sentence;
    happening.trigger = 110;
    happening.root = row.code->root;
    happening.cameo = row.code->code;
    happening.source.code = row.source->code;
    happening.target.code = row.target->code;
    happening.date = row.date;
    happening.place = row.place->where;
    for (std::uint32_t word = 0; word < 10; ++word)
      happening.evidence.push_back(word * 100'000'000 + static_cast<std::uint32_t>(dice_() % 1000));
    article.rows.push_back(std::move(row));
    article.report.happenings.push_back(std::move(happening));
  }

  std::minstd_rand dice_{1};
};

// Of processor time: what others do on the machine counts little.
double since(std::clock_t begun) { return 1000.0 * static_cast<double>(std::clock() - begun) / CLOCKS_PER_SEC; }

double milliseconds_of(store::Store& store, const store::Batch& batch) {
  const std::clock_t begun = std::clock();
  if (const auto done = store.write(batch); !done) {
    fmt::print(stderr, "bench_store: {}\n", done.error().message());
    std::exit(1);
  }
  return since(begun);
}

store::Store open(const std::string& path) {
  auto store = store::Store::open(path, {"bench", "0", "generated"});
  if (!store) {
    fmt::print(stderr, "bench_store: {}\n", store.error().message());
    std::exit(1);
  }
  return std::move(*store);
}

store::Batch batch_of(std::size_t from, std::size_t count) {
  static Generator generator;
  store::Batch batch;
  for (std::size_t i = from; i < from + count; ++i) batch.articles.push_back(generator.article(i));
  return batch;
}

void make(const std::string& path, std::size_t articles) {
  store::Store store = open(path);
  double all = 0;
  for (std::size_t at = 0; at < articles; at += kBatch)
    all += milliseconds_of(store, batch_of(at, std::min(kBatch, articles - at)));
  fmt::print("{} events in {} articles: {:.0f} bytes an event, {:.0f} ms a batch of {} articles\n", articles * kEvents,
             articles, static_cast<double>(std::filesystem::file_size(path)) / static_cast<double>(articles * kEvents),
             all * static_cast<double>(kBatch) / static_cast<double>(articles), kBatch);
}

void measure(const std::string& path, std::size_t articles) {
  std::vector<store::Batch> batches;
  for (std::size_t i = 0; i <= kNext; ++i) batches.push_back(batch_of(articles + i * kBatch, kBatch));
  const auto begun = std::clock();
  store::Store store = open(path);
  const double opened = since(begun);
  const double first = milliseconds_of(store, batches.front());
  double next = 0;
  for (std::size_t i = 1; i <= kNext; ++i) next += milliseconds_of(store, batches[i]);
  fmt::print("opened in {:.0f} ms; one more batch: {:.0f} ms, the next {}: {:.0f} ms each\n", opened, first, kNext,
             next / kNext);
}

}  // namespace

int main(int argc, char** argv) {
  const std::size_t articles = argc == 3 ? std::strtoull(argv[2], nullptr, 10) / kEvents : 0;
  if (articles == 0) {
    fmt::print(stderr, "usage: bench_store FILE EVENTS\n");
    return 2;
  }
  const std::string path = argv[1], copy = path + ".copy";
  if (!std::filesystem::exists(path)) make(path, articles);
  std::filesystem::copy_file(path, copy, std::filesystem::copy_options::overwrite_existing);
  measure(copy, articles);
  std::filesystem::remove(copy);
}
