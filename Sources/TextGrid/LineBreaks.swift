/// Where a line may end without a space there.
///
/// East Asian text breaks between any two characters, but no line begins with closing punctuation
/// or ends with an opening bracket (kinsoku). Korean breaks at spaces: its words, particles behind
/// a formula among them, keep together.
func breaksBetween(_ first: Character, _ second: Character) -> Bool {
  guard cellWidth(of: first) == 2 || cellWidth(of: second) == 2 else { return false }
  if isHangul(first) || isHangul(second) { return false }
  return !startsNoLine.contains(second) && !endsNoLine.contains(first)
}

private let startsNoLine = Set(
  "。，、．・：；！？）］｝」』】》〉〕〗”’…‥—～々ー％°℃" + "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ" + ".,)]}:;!?%'\"-")

private let endsNoLine = Set("（［｛「『【《〈〔〖“‘￥＄" + "([{$")

private func isHangul(_ character: Character) -> Bool {
  guard let value = character.unicodeScalars.first?.value else { return false }
  return (0xAC00...0xD7A3).contains(value) || (0x1100...0x11FF).contains(value)
    || (0x3131...0x318E).contains(value)
}
