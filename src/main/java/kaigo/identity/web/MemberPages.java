package kaigo.identity.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** 委員のはじめの画面. Committee material comes later. */
@Controller
class MemberPages {

    @GetMapping("/committee")
    ModelAndView home() {
        return new ModelAndView("identity/member");
    }
}
