package kaigo.demo;

import java.util.List;

/** What the page 架空の証明書を選ぶ shows. */
public record ChooserPage(List<Choice> choices) {

    /** 事業所 or 医療機関 whose certificate can be chosen. */
    public record Choice(String holder, String number, String name, boolean chosen) {}
}
