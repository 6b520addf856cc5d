package org.hiwar.app.demo;

import java.util.List;
import org.hiwar.platform.Ids;
import org.hiwar.template.Template;
import org.hiwar.template.TemplateId;
import org.hiwar.template.TemplateStore;
import org.hiwar.template.TemplateText;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.stereotype.Component;

/// What the agents of the demo write often, in both of its languages.
@Component
class DemoTemplates {
  private final TemplateStore templates;
  private final Ids ids;

  DemoTemplates(TemplateStore templates, Ids ids) {
    this.templates = templates;
    this.ids = ids;
  }

  void create(WorkspaceId workspace) {
    add(
        workspace,
        "Booking changed · تغيير حجز",
        "booking",
        List.of(
            new TemplateText(
                "ar",
                "حجزك {{ask:رقم الحجز}}",
                "مرحبًا {{customer.name}}، تم تغيير حجزك {{ask:رقم الحجز}}: {{ask:الموعد الجديد}}."
                    + " مع التحية، {{agent.name}}"),
            new TemplateText(
                "en",
                "Your booking {{ask:Booking number}}",
                "Hello {{customer.name}}, your booking {{ask:Booking number}} is changed:"
                    + " {{ask:New date}}. Kind regards, {{agent.name}}")));
    add(
        workspace,
        "Number to call · رقم الاتصال",
        "call",
        List.of(
            new TemplateText("ar", "", "يمكنك الاتصال بنا على الرقم {{service.number}}."),
            new TemplateText("en", "", "You can call us at {{service.number}}.")));
  }

  private void add(WorkspaceId workspace, String name, String shortcut, List<TemplateText> texts) {
    templates.add(
        workspace, new Template(new TemplateId(ids.next()), name, shortcut, null, null, texts, 1));
  }
}
