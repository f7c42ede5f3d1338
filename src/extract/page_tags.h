// Elements of HTML, and what each is to the text of a page: whether it breaks lines, holds no text, stands for a
// picture or a rule; which blocks it makes and what it says of those inside it. Tests: tests/extract/page_test.cc
#pragma once
#include <lexbor/html/html.h>

#include <array>

#include "page.h"

namespace warta::extract {

enum class Flow : std::uint8_t { line, block, none, image, rule, line_break };  // none: its content is no text

struct TagEntry {
  Flow flow = Flow::line;
  Tag tag = Tag::other;
  Arounds around = 0;
  bool bold = false;
};

constexpr std::array<TagEntry, LXB_TAG__LAST_ENTRY> make_tags() {
  std::array<TagEntry, LXB_TAG__LAST_ENTRY> tags{};
  const auto block = [&](lxb_tag_id_enum_t id, Tag tag = Tag::other, Arounds around = 0) {
    tags[id] = {Flow::block, tag, around, false};
  };
  for (const auto id : {LXB_TAG_DIV, LXB_TAG_BODY, LXB_TAG_HTML, LXB_TAG_SECTION, LXB_TAG_CENTER, LXB_TAG_DL,
                        LXB_TAG_FIELDSET, LXB_TAG_HGROUP, LXB_TAG_DIALOG, LXB_TAG_LEGEND, LXB_TAG_THEAD, LXB_TAG_TBODY,
                        LXB_TAG_TFOOT, LXB_TAG_TR, LXB_TAG_SEARCH, LXB_TAG_FRAMESET, LXB_TAG_NOFRAMES})
    block(id);
  constexpr std::array heads{LXB_TAG_H1, LXB_TAG_H2, LXB_TAG_H3, LXB_TAG_H4, LXB_TAG_H5, LXB_TAG_H6};
  for (std::size_t i = 0; i < heads.size(); ++i)
    block(heads[i], static_cast<Tag>(static_cast<std::size_t>(Tag::h1) + i));
  block(LXB_TAG_P, Tag::p), block(LXB_TAG_PRE, Tag::pre), block(LXB_TAG_LISTING, Tag::pre);
  block(LXB_TAG_LI, Tag::li, bit(Around::list));
  block(LXB_TAG_DT, Tag::term, bit(Around::list)), block(LXB_TAG_DD, Tag::definition, bit(Around::list));
  for (const auto id : {LXB_TAG_UL, LXB_TAG_OL, LXB_TAG_DIR, LXB_TAG_MENU}) block(id, Tag::other, bit(Around::list));
  block(LXB_TAG_BLOCKQUOTE, Tag::blockquote, bit(Around::quote));
  block(LXB_TAG_TABLE, Tag::other, bit(Around::table));
  block(LXB_TAG_TD, Tag::cell), block(LXB_TAG_TH, Tag::cell);
  block(LXB_TAG_CAPTION, Tag::caption), block(LXB_TAG_FIGCAPTION, Tag::caption, bit(Around::figure));
  block(LXB_TAG_FIGURE, Tag::other, bit(Around::figure)), block(LXB_TAG_ADDRESS, Tag::address);
  block(LXB_TAG_SUMMARY, Tag::summary, bit(Around::details)), block(LXB_TAG_DETAILS, Tag::other, bit(Around::details));
  block(LXB_TAG_ARTICLE, Tag::other, bit(Around::article)), block(LXB_TAG_MAIN, Tag::other, bit(Around::main));
  block(LXB_TAG_ASIDE, Tag::other, bit(Around::aside)), block(LXB_TAG_NAV, Tag::other, bit(Around::nav));
  block(LXB_TAG_HEADER, Tag::other, bit(Around::header)), block(LXB_TAG_FOOTER, Tag::other, bit(Around::footer));
  block(LXB_TAG_FORM, Tag::other, bit(Around::form)), block(LXB_TAG_NOSCRIPT, Tag::other, bit(Around::noscript));
  for (const auto id : {LXB_TAG_B, LXB_TAG_STRONG, LXB_TAG_I, LXB_TAG_EM}) tags[id].bold = true;
  for (const auto id : {LXB_TAG_SCRIPT, LXB_TAG_STYLE, LXB_TAG_TEMPLATE, LXB_TAG_HEAD, LXB_TAG_SELECT, LXB_TAG_TEXTAREA,
                        LXB_TAG_BUTTON, LXB_TAG_CANVAS, LXB_TAG_INPUT, LXB_TAG_DATALIST, LXB_TAG_TITLE, LXB_TAG_OPTION,
                        LXB_TAG_MATH, LXB_TAG_NOEMBED, LXB_TAG_APPLET, LXB_TAG_MAP, LXB_TAG_META, LXB_TAG_LINK})
    tags[id].flow = Flow::none;
  for (const auto id : {LXB_TAG_IMG, LXB_TAG_VIDEO, LXB_TAG_AUDIO, LXB_TAG_IFRAME, LXB_TAG_OBJECT, LXB_TAG_EMBED,
                        LXB_TAG_SVG, LXB_TAG_IMAGE})
    tags[id].flow = Flow::image;
  tags[LXB_TAG_HR].flow = Flow::rule;
  tags[LXB_TAG_BR].flow = Flow::line_break;
  return tags;
}
inline constexpr std::array<TagEntry, LXB_TAG__LAST_ENTRY> kTags = make_tags();

}  // namespace warta::extract
