// UTF-8 without a locale. Case folding covers the scripts of the languages warta reads: Latin (with Latin-1,
// Latin Extended-A), Greek and Cyrillic; other characters fold to themselves.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace warta::utf8 {

// The byte at which the text stops being UTF-8 (overlong forms, surrogates and values beyond U+10FFFF included).
std::optional<std::size_t> first_invalid(std::string_view text);

struct Char {
  char32_t code = 0;
  std::uint32_t bytes = 0;  // 1..4; 1 with U+FFFD for an invalid byte
};
Char decode(std::string_view text, std::size_t offset);         // offset < text.size()
Char decode_before(std::string_view text, std::size_t offset);  // the character that ends at offset > 0
void append(std::string& out, char32_t code);

bool is_letter(char32_t c);
bool is_upper(char32_t c);
bool is_digit(char32_t c);                                    // 0-9 only
bool is_space(char32_t c);                                    // also no-break and zero-width spaces
bool is_boundary(std::string_view text, std::size_t offset);  // not inside a character

char32_t lower(char32_t c);
void append_lower(std::string& out, std::string_view text);
std::string lower(std::string_view text);
std::string_view trim(std::string_view text);  // white space of both ends
bool starts_upper(std::string_view word);
bool all_upper(std::string_view word);  // at least one letter, none of them lower case

// UTF-16 (either order) to UTF-8; nullopt where a surrogate stands alone or a byte is left over.
std::optional<std::string> from_utf16(std::string_view bytes, bool big_endian);

}  // namespace warta::utf8
