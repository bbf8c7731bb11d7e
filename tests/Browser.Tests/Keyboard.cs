using Microsoft.Playwright;

namespace Strongroom.Browser.Tests;

/// <summary>
/// Somebody who uses no mouse. Counts what a journey costs: each key that does something is an action, each text
/// that has to be typed belongs to the action after it.
/// </summary>
public sealed class Keyboard(Visitor visitor)
{
    private const string FocusMark =
        """
        () => {
          const one = document.activeElement;
          if (!one || one === document.body) return 'nothing has the focus';
          const box = one.getBoundingClientRect(), style = getComputedStyle(one);
          const name = `<${one.tagName.toLowerCase()} id="${one.id}" class="${one.className}">`;
          const hasMark = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none';
          if (one.matches(':focus-visible') && !hasMark) return `${name} shows no focus`;
          if (box.bottom <= 0 || box.top >= innerHeight) return `${name} has the focus out of sight`;
          const x = Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1);
          const y = Math.min(Math.max(box.top + Math.min(box.height / 2, 20), 0), innerHeight - 1);
          const top = document.elementFromPoint(x, y);
          return top && (one.contains(top) || top.contains(one)) ? '' : `${name} has the focus under something else`;
        }
        """;

    /// <summary>How many actions it has taken.</summary>
    public int Actions { get; private set; }

    /// <summary>One action: a key, or a chord such as <c>Shift+Escape</c>.</summary>
    public async Task PressAsync(string key)
    {
        Actions++;
        await visitor.Page.Keyboard.PressAsync(key);
    }

    /// <summary>An action that loads another page.</summary>
    public async Task PressAndGoAsync(string key)
    {
        Actions++;
        await visitor.FollowAsync(() => visitor.Page.Keyboard.PressAsync(key));
    }

    /// <summary>Goes to a control by Tab alone; not an action, for it changes nothing.</summary>
    public async Task ReachAsync(ILocator control)
    {
        const int Many = 80;
        for (int i = 0; i < Many; i++)
        {
            if (await control.EvaluateAsync<bool>("one => one === document.activeElement"))
            {
                await ShowsFocusAsync();
                return;
            }

            await visitor.Page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"{control} is not reached by Tab");
    }

    /// <summary>Types where the focus is.</summary>
    public async Task TypeAsync(string text)
    {
        await ShowsFocusAsync();
        await visitor.Page.Keyboard.TypeAsync(text);
    }

    /// <summary>What has the focus shows it, in sight and under nothing.</summary>
    public async Task ShowsFocusAsync() =>
        Assert.Equal(string.Empty, await visitor.Page.EvaluateAsync<string>(FocusMark));
}
