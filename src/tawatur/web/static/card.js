// Makes a PNG of the card's drawing, in the reader's browser: nothing is sent anywhere.
const button = document.getElementById("png");
button.hidden = false;
button.addEventListener("click", () => {
  const picture = new Image();
  picture.addEventListener("load", () => {
    const canvas = document.createElement("canvas");
    canvas.width = picture.naturalWidth * 2;
    canvas.height = picture.naturalHeight * 2;
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((blob) => {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(blob);
      link.download = "tawatur-card.png";
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10000);
      button.dataset.done = String(blob.size);
    }, "image/png");
  });
  picture.src = button.dataset.picture;
});
