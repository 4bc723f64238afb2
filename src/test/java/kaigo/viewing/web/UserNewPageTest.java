package kaigo.viewing.web;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;
import java.util.Set;
import kaigo.screens.Page;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** 利用者の追加 where no cards are read, as with serve without KIBAN_CARD_LOOKUP. */
class UserNewPageTest {

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(
            null, ContentType.Html, UserNewPage.class.getClassLoader(), "kaigo.templates");

    @Test
    void cards_are_spoken_of_only_where_they_are_read() {
        assertThat(shown("http://127.0.0.1:28475"))
                .contains("マイナンバーカード", "data-bridge=\"http://127.0.0.1:28475\"", "card.js")
                .doesNotContain("/demo/");
        assertThat(shown(null)).contains("被保険者証").doesNotContain("マイナンバーカード", "card.js", "127.0.0.1");
    }

    private String shown(@Nullable String bridge) {
        Page page = new Page(null, null, "", "", "/office/users/new", null, path -> path);
        StringOutput output = new StringOutput();
        UserNewPage it = new UserNewPage(UserForm.empty(Set.of()), null, null, bridge);
        engine.render("viewing/user-new.jte", Map.of("page", page, "it", it), output);
        return output.toString();
    }
}
