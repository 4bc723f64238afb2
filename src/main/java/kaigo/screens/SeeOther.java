package kaigo.screens;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** 別の画面へ: what follows a form that has acted is a page of its own, so that loading it anew sends nothing twice (303). */
public final class SeeOther {

    private SeeOther() {}

    public static ModelAndView at(String path) {
        RedirectView page = new RedirectView(path);
        page.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(page);
    }
}
