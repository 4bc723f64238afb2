package kaigo.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import kaigo.api.ApiError;
import kaigo.identity.CertificateNotice;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** 証明書の案内: what is wrong with the certificate of a connection, by name (settled 23), and what to do. */
@Controller
class CertificatePages {

    /** Only by forward: whoever has a good certificate comes by itself and is sent to the sign-in page. */
    @RequestMapping(CertificateNotice.PATH)
    ModelAndView problem(HttpServletRequest request) {
        ApiError error = (ApiError) request.getAttribute(CertificateNotice.PROBLEM);
        if (error == null) {
            return new ModelAndView("redirect:/office/sign-in");
        }
        ModelAndView page = new ModelAndView("identity/certificate", "it", error);
        page.setStatus(HttpStatusCode.valueOf(error.status()));
        return page;
    }
}
