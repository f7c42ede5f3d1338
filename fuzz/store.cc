// Bytes as what a store is made of: the first line names the part, the rest is it. Seeds: fuzz/seeds/store/
//   report   a packed report of an article, as a store keeps it
//   rows     an article and its event, whose texts are pieces of the bytes
//   upgrade  the same as an article of version 0 (its tables: tests/store/schemas/0.sql), which is then brought up to
//   date
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "store/articles.h"
#include "store/unguarded.h"

namespace {

using namespace warta;

void require(bool truth) {
  if (!truth) std::abort();
}

// A path in memory for a store that is not there yet.
std::string fresh_path() {
  const std::string folder = std::filesystem::exists("/dev/shm") ? "/dev/shm" : std::filesystem::temp_directory_path();
  const std::string path = folder + "/warta_fuzz_" + std::to_string(::getpid());
  std::filesystem::remove(path);
  std::filesystem::remove(path + ".wal");
  return path;
}

// Pieces of the bytes, of lengths that the bytes say.
class Pieces {
 public:
  explicit Pieces(std::string_view bytes) : bytes_(bytes) {}
  std::string next() {
    if (bytes_.empty()) return "";
    const std::size_t length = std::min<std::size_t>(static_cast<unsigned char>(bytes_.front()), bytes_.size() - 1);
    const std::string piece(bytes_.substr(1, length));
    bytes_.remove_prefix(1 + length);
    return piece;
  }

 private:
  std::string_view bytes_;
};

std::int64_t count(store::Connection& connection, const std::string& sql,
                   const std::vector<store::Value>& values = {}) {
  const auto table = connection.query(sql, values);
  require(table.has_value());
  return table->rows.front().front().integer();
}

void read_report(std::string_view bytes) {
  const auto report = story::unpack(bytes);
  if (!report) return;
  const auto again = story::unpack(story::pack(*report));
  require(again && story::pack(*again) == story::pack(*report));
}

void keep_rows(std::string_view bytes) {
  Pieces pieces(bytes);
  store::Told told{pieces.next(), pieces.next(), "2024-05-14"};
  told.text = pieces.next();
  store::Batch batch;
  batch.articles.push_back(store::article(told));
  store::Article& article = batch.articles.back();
  article.facts.outlet = pieces.next();
  article.rows[0].mode = pieces.next();
  article.rows[0].contexts = {pieces.next(), pieces.next()};
  article.rows[0].source->words.text = pieces.next();
  article.rows[0].place = event::RowPlace{pieces.next(), {{}, pieces.next(), pieces.next(), "", 1.0, 2.0, 3}};
  const std::string path = fresh_path();
  auto opened = store::Store::open(path, {"fuzz", "0", "c"});
  require(opened.has_value());
  require(opened->write(batch).has_value());
  auto connection = store::Connection::open(path, store::Access::read);
  require(connection.has_value());
  require(count(*connection,
                "SELECT count(*) FROM events JOIN articles ON key = article WHERE articles.id = ? AND text = ?",
                {told.id, told.text}) == 1);
}

// The store of schema 0 holds one article, whose text the bytes tell.
void bring_up_to_date(std::string_view bytes) {
  static const std::string tables = [] {
    std::ifstream in(WARTA_SCHEMA_0);
    return std::string(std::istreambuf_iterator<char>(in), {});
  }();
  Pieces pieces(bytes);
  const std::string path = fresh_path();
  const std::string text = pieces.next();
  require(store::run_unguarded(path, tables));
  {
    auto connection = store::Connection::open(path, store::Access::write);
    require(connection.has_value());
    require(connection->query("UPDATE article SET text = ?", {text}).has_value());
  }
  auto opened = store::Store::open(path, {"fuzz", "0", "c"});
  require(opened && opened->knows(0xaa));
  auto connection = store::Connection::open(path, store::Access::read);
  require(connection && count(*connection, "SELECT count(*) FROM articles WHERE text = ?", {text}) == 1);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::size_t line = bytes.find('\n');
  if (line == std::string_view::npos) return 0;
  const std::string_view part = bytes.substr(0, line), rest = bytes.substr(line + 1);
  if (part == "report")
    read_report(rest);
  else if (part == "rows")
    keep_rows(rest);
  else if (part == "upgrade")
    bring_up_to_date(rest);
  return 0;
}
